using Dashserv.Api;
using Dashserv.Api.Models;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Text;
using TerraformPlugin.Values;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>What is said of an installation, and each time whether the disks were wiped.</summary>
/// <param name="isCreate">Whether Terraform takes the server for unusable when it fails.</param>
internal sealed class DedicatedServerInstallWords(bool isCreate)
{
    private string Next => isCreate
        ? "Terraform takes a resource whose creation failed for unusable (\"tainted\"): its next apply would terminate this server and order another. "
            + "To keep the server, run \"terraform untaint\" for this resource first; the next apply then only installs."
        : "The next apply tries to install it again.";

    public FailureWords Of(OperationStage stage, string id, Template template, Exception? lost, Exception failure) => stage switch
    {
        OperationStage.Begun => Begun(id, template),
        OperationStage.Lost when lost is not null =>
            new FailureWords($"{template.Name} may not have been installed", AskedFor(id, lost)) { WhenStopped = AskedFor(id, lost) }.On("template"),
        _ => NotInstalled(template.Name).On(failure is ApiException { Field: { } field } && LooseText.Same(field, "hostname") ? "hostname" : "template"),
    };

    /// <param name="template">What was to be installed.</param>
    public FailureWords NotInstalled(string template) =>
        new FailureWords($"{template} was not installed", $"Nothing was wiped. The server goes on existing, and costing money, as it was. {Next}")
        { SaysWhatIsNext = isCreate }.On("template");

    public ProblemException NotBegun(string id, Template template, Exception? lost, TimeSpan limit)
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

    public ProblemException Failed(string what) =>
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
