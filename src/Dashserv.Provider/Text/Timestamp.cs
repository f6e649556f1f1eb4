using System.Globalization;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Text;

/// <summary>Times as the provider writes them: RFC 3339 in UTC, to the second.</summary>
internal static class Timestamp
{
    public static Value<string> Of(DateTimeOffset? time) =>
        Value.OfNullable(time?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
}
