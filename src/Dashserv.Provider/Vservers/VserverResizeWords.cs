using Dashserv.Api;
using Dashserv.Provider.Failures;

namespace Dashserv.Provider.Vservers;

/// <summary>A resize that the API refuses, in words that say what to do.</summary>
internal static class VserverResizeWords
{
    /// <param name="failure">What ended it.</param>
    /// <param name="outcome">What there is now.</param>
    public static FailureWords Of(Exception failure, string outcome)
    {
        var (attribute, advice) = ((failure as ApiException)?.Word, (failure as ApiException)?.Field) switch
        {
            ("cannot_downgrade_disk", _) => ((string?)"disk", "The disk can only grow. Set disk to what the server has, or more. "),
            ("upgrade_resources_exceeds_limit", _) =>
                ("cores", "cores, ram or disk are more than this server can be given in place. Ask for less, or replace the server. "),
            (_, "cpu") => ("cores", "The value of cores is not allowed. "),
            (_, "ram" or "disk") and var (_, field) => (field, $"The value of {field} is not allowed. "),
            var (word, _) => (null, IsOfProduct(word) ? "Only servers ordered as product \"vserver:configure\" can be resized. " : ""),
        };
        return new FailureWords("The server was not resized", $"{advice}{outcome}").On(attribute);
    }

    private static bool IsOfProduct(string? word) =>
        word is not null && (word.Contains("configur", StringComparison.OrdinalIgnoreCase) || word.Contains("konfigur", StringComparison.OrdinalIgnoreCase));
}
