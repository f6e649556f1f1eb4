using Dashserv.Api;
using Dashserv.Api.Models;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Operations;

namespace Dashserv.Provider.ScheduledTasks;

/// <summary>Creates a scheduled task, one at a time per vserver, as the API does not say which one it has created.</summary>
/// <param name="session">The configured provider.</param>
/// <param name="vserver">The vserver's id.</param>
/// <param name="interval">How often, in the API's words.</param>
/// <param name="command">What, in the API's words.</param>
/// <param name="first">When it is done first, <c>dd.MM.yyyy HH:mm</c> in Germany's time; null: at once.</param>
/// <param name="journal">What is written down of it.</param>
/// <param name="keep">Keeps it, from the moment its id is known.</param>
internal sealed class ScheduledTaskCreateOperation(
    Session session, string vserver, string interval, string command, string? first, OwnedJournal<ScheduledTask> journal, Action<ScheduledTask> keep)
    : CreateOwnedOperation<ScheduledTask>(session.Access, ScheduledTaskMapping.Noun, session.ScheduledTaskReads, vserver, journal)
{
    public override string Title => $"make the scheduled task {interval} {command}";

    public override string Turn => $"{OwnerId}/tasks";

    public override void Keep(OperationStage stage)
    {
        if (stage == OperationStage.Begun)
        {
            keep(Created!);
        }
    }

    public override FailureWords Words(OperationStage stage, Exception failure) =>
        new FailureWords("The scheduled task was not made", $"The vserver {OwnerId} has no new task.").On(failure switch
        {
            ApiException { Kind: ApiErrorKind.Gone } => "vserver_id",
            ApiException { Field: { } field } => field.ToLowerInvariant() switch
            {
                "interval" => "interval",
                "command" => "command",
                "nextexecution" => "first_execution",
                _ => null,
            },
            _ => null,
        });

    protected override Task CreateAsync(CancellationToken cancellationToken) =>
        session.Access.Client.ScheduledTasks.CreateAsync(OwnerId, interval, command, first, cancellationToken);

    protected override bool IsOurs(ScheduledTask entry) =>
        string.Equals(entry.Interval, interval, StringComparison.OrdinalIgnoreCase)
            && string.Equals(entry.Command, command, StringComparison.OrdinalIgnoreCase);
}
