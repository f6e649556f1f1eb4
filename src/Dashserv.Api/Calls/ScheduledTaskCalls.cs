using Dashserv.Api.Models;
using Dashserv.Api.Transport;

namespace Dashserv.Api.Calls;

/// <summary>Scheduled tasks of vservers (API reference, vServer / Get scheduled tasks and following).</summary>
public sealed class ScheduledTaskCalls
{
    private readonly ApiConnection _api;

    internal ScheduledTaskCalls(ApiConnection api) => _api = api;

    /// <summary>A vserver's scheduled tasks.</summary>
    public Task<List<ScheduledTask>> ListAsync(string vserver, CancellationToken cancellationToken) =>
        _api.ReadAsync(
            ApiCall.Get("product", "vserver", vserver, "tasks", "scheduled") with { IsLogged = true },
            static data => data.RequiredList(ScheduledTask.Read), cancellationToken);

    /// <summary>Creates one. The answer tells no id.</summary>
    /// <param name="vserver">The vserver.</param>
    /// <param name="interval">Such as <c>DAILY</c>.</param>
    /// <param name="command">Such as <c>BACKUP</c>.</param>
    /// <param name="nextExecution">When first, as <c>dd.MM.yyyy HH:mm</c> in the vendor's time zone; null is now.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task CreateAsync(string vserver, string interval, string command, string? nextExecution, CancellationToken cancellationToken)
    {
        var call = ApiCall.Post("product", "vserver", vserver, "tasks", "scheduled").With("interval", interval).With("command", command);
        if (nextExecution is not null)
        {
            call = call.With("nextexecution", nextExecution);
        }

        return _api.ActAsync(call, "vserver_scheduled_task_create_success", cancellationToken);
    }

    /// <summary>Deletes one.</summary>
    public Task DeleteAsync(string vserver, string task, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(task);
        var call = ApiCall.Delete("product", "vserver", vserver, "tasks", "scheduled").With("taskuuid", task);
        return _api.ActAsync(call, "vserver_scheduled_task_delete_success", cancellationToken);
    }
}
