using Dashserv.Provider.Failures;
using Dashserv.Provider.Power;
using Dashserv.Provider.Text;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Vservers;

/// <summary>What is said of a reinstallation, and each time whether the disk was wiped.</summary>
internal static class VserverReinstallWords
{
    private const string NotWiped = "Nothing was reinstalled, and the disk is as it was.";
    private const string Summary = "The server was not reinstalled";
    private const string GoesOn =
        "The installation was begun, what was on the disk is lost, and it goes on without Terraform. The next apply does not begin another for the "
            + "same reason.";

    public static FailureWords NotDone(ServerLock held) => new FailureWords(Summary, NotWiped) { WhenStopped = $"{NotWiped} {held.WhyNot}" }.On("image");

    public static FailureWords Begun(string image) =>
        new FailureWords($"The installation of {image} may not be finished", GoesOn) { WhenStopped = GoesOn }.On("image");

    public static FailureWords Lost(string id, string image, Exception lost, Exception failure)
    {
        var outcome = "It was not sent again. Look at the server before you apply again: that installs it, and wipes its disk.";
        var asked = $"{image} was to be installed on {id}, and the answer was lost: {Sentence.Of(lost.Message)} {outcome}";
        return new FailureWords(
            "The server may not have been reinstalled",
            lost == failure ? $"{image} was to be installed on {id}, and no installation was seen since. {outcome}" : asked)
        { WhenStopped = asked }.On("image");
    }

    /// <summary>The API ended the installation with a failure: it is still wanted.</summary>
    public static ProblemException Failed(string id, string failure) => new(
        "The reinstallation failed",
        $"{failure} What is on the disk of the vserver {id} is not certain: it may be wiped, or half installed. Look at the server; the next apply "
            + "reinstalls it.",
        AttributePath.Of("image"))
    {
        Stage = OperationStage.NotSent,
    };

    public static ProblemException AnotherImage(string id, string image, string installed, Exception? lost) => new(
        Summary,
        $"{(lost is null ? "" : $"{Sentence.Of(lost.Message)} It was not sent again. ")}{image} was to be installed on {id}, and the API says that it has "
            + $"{installed}. The next apply tries again.",
        AttributePath.Of("image"),
        lost)
    {
        Stage = OperationStage.NotSent,
    };
}
