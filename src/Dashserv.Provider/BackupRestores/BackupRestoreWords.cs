using Dashserv.Api;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Power;
using Dashserv.Provider.Text;

namespace Dashserv.Provider.BackupRestores;

/// <summary>What is said of a restore that was not done, or not seen to end.</summary>
internal static class BackupRestoreWords
{
    private const string Unchanged = "Nothing was restored, and the disk is as it was.";
    private const string GoesOn =
        "The restore was begun, and goes on without Terraform. The next apply does not restore once more: look whether the vserver is unlocked and as it "
            + "should be.";

    public static FailureWords NotDone(string backup, Exception failure, ServerLock held) =>
        new FailureWords($"The backup {backup} was not restored", Unchanged) { WhenStopped = $"{Unchanged} {held.WhyNot}" }.On(AttributeOf(failure));

    public static FailureWords Begun(string backup, Exception failure) =>
        new FailureWords($"The restore of {backup} may not be finished", GoesOn) { WhenStopped = GoesOn }.On(AttributeOf(failure));

    public static FailureWords Lost(string vserver, Exception lost, Exception failure)
    {
        var next = $"was not asked for a second time. Look at the vserver {vserver}; the next apply restores.";
        var asked = $"The restore was asked for, and the answer was lost: {Sentence.Of(lost.Message)} It {next}";
        return new FailureWords(
            "The backup may not have been restored", lost == failure ? $"Neither a lock nor a task tells that it has begun since, and it {next}" : asked)
        { WhenStopped = asked };
    }

    /// <summary>The API ended the restore with a failure: it is still wanted.</summary>
    public static ProblemException Failed(string failure) => new(
        "The restore failed", $"{failure} What is on its disk is not certain. Look at the server; the next apply restores again.")
    { Stage = OperationStage.NotSent };

    private static string? AttributeOf(Exception failure) => failure is ApiException { Kind: ApiErrorKind.Gone } ? "vserver_id" : null;
}
