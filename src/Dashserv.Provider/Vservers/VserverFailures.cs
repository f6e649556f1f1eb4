using Dashserv.Api;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Text;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Vservers;

/// <summary>A resize that the API refuses, in words that say what to do.</summary>
internal static class VserverFailures
{
    public static ProblemException OfResize(ApiException failure)
    {
        var (attribute, advice) = (failure.Word, failure.Field) switch
        {
            ("cannot_downgrade_disk", _) => ((string?)"disk", "The disk can only grow. Set disk to what the server has, or more. "),
            ("upgrade_resources_exceeds_limit", _) => ("cores", "cores, ram or disk are more than this server can be given in place. Ask for less, or replace the server. "),
            (_, "cpu") => ("cores", "The value of cores is not allowed. "),
            (_, "ram" or "disk") => (failure.Field!, $"The value of {failure.Field} is not allowed. "),
            _ => (null, IsOfProduct(failure.Word) ? "Only servers ordered as product \"vserver:configure\" can be resized. " : ""),
        };
        return new ProblemException(
            "The server was not resized",
            $"{Sentence.Of(failure.Message)} {advice}{(failure.MayHaveHadEffect ? "The answer to an earlier try was lost: plan again to see what the server has now." : "The server, and what it costs, is unchanged.")}",
            attribute is null ? AttributePath.Root : AttributePath.Of(attribute),
            failure);
    }

    private static bool IsOfProduct(string? word) =>
        word is not null && (word.Contains("configur", StringComparison.OrdinalIgnoreCase) || word.Contains("konfigur", StringComparison.OrdinalIgnoreCase));
}
