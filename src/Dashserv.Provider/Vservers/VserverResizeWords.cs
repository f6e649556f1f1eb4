using Dashserv.Api;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Power;

namespace Dashserv.Provider.Vservers;

/// <summary>What is said of a resize that did not go as it should.</summary>
internal static class VserverResizeWords
{
    private const string Sent =
        "The resize was sent, and may be under way or done; the server then costs what the plan said. Plan again to see what it has now.";

    public static FailureWords Of(OperationStage stage, Exception failure, ServerLock held)
    {
        var words = stage switch
        {
            OperationStage.Begun => new FailureWords("The resize may not be finished", Sent),
            OperationStage.Lost => Refused(failure, "The answer to an earlier try was lost: plan again to see what the server has now."),
            _ => Refused(failure, "The server, and what it costs, is unchanged."),
        };
        var standing = stage == OperationStage.NotSent ? "Nothing was changed, and nothing costs more." : Sent;
        return words with { WhenStopped = $"{standing} {held.WhyNot}" };
    }

    public static ProblemException Failed(string id, VserverSize size, string task) => new(
        "The resize failed",
        $"{task} The vserver {id} was to have {size.Cores} cores, {size.Ram} GB RAM and a disk of {size.Disk} GB. Plan again to see what it has, and costs, "
            + "now; if it is offline, start it in dashserv's customer panel.");

    private static FailureWords Refused(Exception failure, string outcome)
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
