using Dashserv.Provider.Configuration;
using Dashserv.Provider.Ordering.Matching;

namespace Dashserv.Provider.Lifecycle;

/// <summary>What makes two orders the same for the journal: all that is sent, but a name that was made up.</summary>
internal static class OrderKey
{
    public static string Of(Session session, OrderRequest request, string? madeUpName) => session.Journal.KeyOf(
        request.Product,
        request.Fields.Where(f => f.Value.Length > 0 && f.Value != madeUpName).Select(f => $"{f.Key}={f.Value}").Order(StringComparer.Ordinal));
}
