using Dashserv.Api.Models;
using Dashserv.Provider.Text;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.Backups.BackupModel>;

namespace Dashserv.Provider.Backups;

/// <summary>A <c>dashserv_backup</c>.</summary>
internal sealed class BackupModel
{
    public Value<string> VserverId;
    public Value<string> Name;
    public Value<string> OnLimit;
    public Value<TimeoutsModel> Timeouts;
    public Value<string> Id;
    public Value<string> Status;
    public Value<decimal> SizeBytes;
    public Value<string> CreatedAt;
    public Value<string> FinishedAt;

    public static Schema<BackupModel> Schema { get; } = new("A backup of a vserver.", new ObjectTable<BackupModel>(
        Attr.Text("vserver_id", m => ref m.VserverId).Required().RequiresReplace().Validate(Ids.FindProblem)
            .Describe("The vserver's id. A change replaces the backup."),
        Attr.Text("name", m => ref m.Name).Required().RequiresReplace().Validate(Validators.NotEmpty()).Describe("Name of the backup. A change replaces it."),
        Attr.Text("on_limit", m => ref m.OnLimit).Default("error").Validate(Validators.OneOf("error", "evict_oldest"))
            .Describe(
                "When the vserver has as many backups as its `backup_limit` allows: `error` (default), or `evict_oldest`: let the API delete the oldest, "
                    + "whoever's it is."),
        Attr.Single("timeouts", TimeoutsModel.Table, m => ref m.Timeouts).Optional()
            .Describe("How long each operation may take: create 2h, read 2m, delete 1h unless said otherwise."),
        Attr.Text("id", m => ref m.Id).Computed().UseStateForUnknown().From((Backup b) => b.Uuid).Describe("The backup's uuid."),
        Attr.Text("status", m => ref m.Status).Computed().UseStateForUnknown().From((Backup b) => b.Status?.ToLowerInvariant())
            .Describe("The API's word in lower case."),
        Attr.Decimal("size_bytes", m => ref m.SizeBytes).Computed().UseStateForUnknown().From((Backup b) => b.SizeBytes).Describe("Size in bytes."),
        Attr.Text("created_at", m => ref m.CreatedAt).Computed().UseStateForUnknown().From((Backup b) => Timestamp.Of(b.CreatedAt))
            .Describe("When it was begun, RFC 3339 in UTC."),
        Attr.Text("finished_at", m => ref m.FinishedAt).Computed().UseStateForUnknown().From((Backup b) => Timestamp.Of(b.FinishedAt))
            .Describe("When it was finished, RFC 3339 in UTC.")));
}
