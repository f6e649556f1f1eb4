using Dashserv.Api;
using Dashserv.Api.Models;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Power;
using Dashserv.Provider.Text;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Backups;

/// <summary>What is said of backups that were not made, or not deleted.</summary>
internal static class BackupWords
{
    public static FailureWords OfCreate(OperationStage stage, Exception failure, string vserver, string name, Backup? seen, ServerLock held)
    {
        var begun =
            $"The backup \"{name}\" ({seen?.Uuid}) was begun, and goes on without Terraform. It was last seen with the status "
                + $"\"{seen?.Status?.ToLowerInvariant()}\", and is in the state; the next plan shows what became of it.";
        return stage >= OperationStage.Begun
            ? new FailureWords($"The backup \"{name}\" may not be finished", begun) { WhenStopped = begun }.On(AttributeOf(failure))
            : new FailureWords($"The backup \"{name}\" was not made", $"The vserver {vserver} has no new backup, and lost none.")
            { WhenStopped = $"No backup was made. {held.WhyNot}" }.On(AttributeOf(failure));
    }

    public static FailureWords OfDelete(Exception failure, string vserver, string name, string id, ServerLock held) =>
        new FailureWords($"The backup \"{name}\" was not deleted", $"The backup {id} of the vserver {vserver} is still in the state.")
        {
            WhenStopped = $"The backup {id} is still in the state. {held.WhyNot}",
        }.On(AttributeOf(failure));

    public static ProblemException Failed(string vserver, Backup backup, VserverTaskLog tasks) => new(
        "The backup failed",
        (tasks.HasFailed
            ? tasks.Failure
            : $"The API ended the backup {BackupMapping.Describe(backup)} of the vserver {vserver} with the status \"{backup.Status}\", and does not say why.")
        + $" The backup {backup.Uuid} is in the state, marked as tainted: the next apply deletes it and makes another.");

    public static ProblemException FailedUnseen(string vserver, VserverTaskLog tasks) => new(
        "The backup failed", $"{tasks.Failure} The vserver {vserver} has no new backup. The next apply makes another.");

    /// <summary>A backup in the state which the API says has failed.</summary>
    public static Diagnostic Useless(Backup backup) => new(
        Severity.Warning,
        "A backup has failed",
        $"The API says of the backup {BackupMapping.Describe(backup)} that its status is \"{backup.Status}\": do not count on it. To delete it and make "
            + "another, apply with -replace and the address of this resource.",
        AttributePath.Of("status"));

    public static ProblemException Vanished(string vserver, string name, string id) => new(
        "The backup vanished",
        $"The backup \"{name}\" ({id}) of the vserver {vserver} was begun and is not listed any more. Another one may have evicted it: see the vserver's "
            + "backup_limit. The next apply makes another.");

    /// <summary>A backup that is finished, on a server that was not seen to be free again: nothing has to be done for it.</summary>
    public static Diagnostic Unsettled(string name, string id, Exception failure, ServerLock held) => new(
        Severity.Warning,
        "The vserver may still be locked",
        $"The backup \"{name}\" ({id}) is finished, and in the state; nothing has to be done for it. What else is done to the vserver may have to wait. "
        + (failure is OperationCanceledException ? held.WhyNot : Sentence.Of(failure.Message)),
        AttributePath.Root);

    private static string? AttributeOf(Exception failure) => failure switch
    {
        ApiException { Kind: ApiErrorKind.Gone } => "vserver_id",
        ApiException { Field: { } field } when string.Equals(field, "name", StringComparison.OrdinalIgnoreCase) => "name",
        _ => null,
    };
}
