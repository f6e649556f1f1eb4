using Dashserv.Api;
using Dashserv.Api.Models;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Text;
using TerraformPlugin.Values;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>What is said of an installation, and each time whether the disks were wiped.</summary>
internal static class DedicatedServerInstallWords
{
    private const string Next = "The next apply tries to install it again.";

    /// <summary>What was adopted is not wiped in the same apply: what if it is somebody else's?</summary>
    public static Diagnostic NotYet(Template template) => new(
        Severity.Warning,
        $"{template.Name} is not installed yet",
        "This server was found to be what a lost order became, and not told to be. So nothing on it is wiped in the same apply: look at it first. The next "
            + "plan says that its disks are wiped, and the apply of that installs.",
        AttributePath.Of("template"));

    public static FailureWords Of(OperationStage stage, string id, Template template, Exception? lost, Exception failure) => stage switch
    {
        OperationStage.Begun => Begun(id, template),
        OperationStage.Lost when lost is not null =>
            new FailureWords($"{template.Name} may not have been installed", AskedFor(id, lost)) { WhenStopped = AskedFor(id, lost) }.On("template"),
        _ => NotInstalled(template.Name).On(failure is ApiException { Field: { } field } && LooseText.Same(field, "hostname") ? "hostname" : "template"),
    };

    /// <param name="template">What was to be installed.</param>
    public static FailureWords NotInstalled(string template) =>
        new FailureWords($"{template} was not installed", $"Nothing was wiped. The server goes on existing, and costing money, as it was. {Next}")
            .On("template");

    public static ProblemException NotBegun(string id, Template template, Exception? lost, TimeSpan limit)
    {
        var answered = lost is null ? "The API took the call." : $"{Sentence.Of(lost.Message)} The call was not repeated.";
        return new ProblemException(
            "The installation does not seem to have begun",
            $"{answered} {template.Name} was to be installed on the dedicated server {id}, which shows no sign of it after {GoDuration.Format(limit)}: no "
                + "installation runs, and nothing of what the API says of the last one has changed. "
            + $"If the server was left alone, what was on its disks is still there. {Next}",
            AttributePath.Of("template"),
            lost)
        {
            Stage = OperationStage.NotSent,
        };
    }

    public static ProblemException Failed(string what) =>
        new("The installation failed", $"{what}\n\n{Next}", AttributePath.Of("template")) { Stage = OperationStage.Begun };

    private static FailureWords Begun(string id, Template template)
    {
        var outcome =
            $"The installation on the dedicated server {id} was begun, what was on its disks is lost, and it goes on without Terraform. The next apply waits "
                + "for it, and does not begin another while it runs.";
        return new FailureWords($"The installation of {template.Name} may not be finished", outcome) { WhenStopped = outcome }.On("template");
    }

    private static string AskedFor(string id, Exception lost) =>
        $"The installation on the dedicated server {id} was asked for, and the answer was lost: {Sentence.Of(lost.Message)} The call was not repeated. Look "
            + "at the server before you apply again: that installs it, and wipes its disks.";
}
