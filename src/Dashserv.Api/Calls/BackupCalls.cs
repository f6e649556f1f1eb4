using Dashserv.Api.Models;
using Dashserv.Api.Transport;

namespace Dashserv.Api.Calls;

/// <summary>Backups of vservers (API reference, vServer / List backups and following).</summary>
public sealed class BackupCalls
{
    private readonly ApiConnection _api;

    internal BackupCalls(ApiConnection api) => _api = api;

    /// <summary>A vserver's backups.</summary>
    public Task<List<Backup>> ListAsync(string vserver, CancellationToken cancellationToken) =>
        _api.ReadAsync(ApiCall.Get("product", "vserver", vserver, "backup"), static data => data.RequiredList(Backup.Read), cancellationToken);

    /// <summary>Begins a backup. The answer tells no id; at the vserver's limit the oldest backup is silently deleted.</summary>
    public Task CreateAsync(string vserver, string name, CancellationToken cancellationToken) =>
        _api.ActAsync(ApiCall.Post("product", "vserver", vserver, "backup").With("name", name), "vserver_create_backup_success", cancellationToken);

    /// <summary>Deletes a backup.</summary>
    public Task DeleteAsync(string vserver, string backup, CancellationToken cancellationToken) =>
        _api.ActAsync(ApiCall.Delete("product", "vserver", vserver, "backup", backup), "vserver_delete_backup_success", cancellationToken);

    /// <summary>Begins to write a backup over the disk; the vserver is locked until that is done. A PUT, but never repeated: that would wipe what was written
    /// since.</summary>
    public Task RestoreAsync(string vserver, string backup, CancellationToken cancellationToken) =>
        _api.ActAsync(
            ApiCall.Put("product", "vserver", vserver, "backup", backup) with { Effect = CallEffect.Once }, "vserver_restore_backup_success",
            cancellationToken);
}
