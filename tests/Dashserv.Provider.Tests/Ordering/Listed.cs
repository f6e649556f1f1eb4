using Dashserv.Api.Models;

namespace Dashserv.Provider.Tests.Ordering;

/// <summary>What a list of products has, of which only the ids matter.</summary>
internal static class Listed
{
    public static Product[] Products(params IEnumerable<string> uuids) => [.. uuids.Select(uuid => new Product { Uuid = uuid, Json = "" })];
}
