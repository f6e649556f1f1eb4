using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.Backups.BackupModel>;

namespace Dashserv.Provider.Backups;

/// <summary>A <c>dashserv_backup</c>.</summary>
internal sealed class BackupModel
{
    public Value<string> VserverId { get; set; }

    public Value<string> Name { get; set; }

    public Value<string> OnLimit { get; set; }

    public Value<TimeoutsModel> Timeouts { get; set; }

    public Value<string> Id { get; set; }

    public Value<string> Status { get; set; }

    public Value<decimal> SizeBytes { get; set; }

    public Value<string> CreatedAt { get; set; }

    public Value<string> FinishedAt { get; set; }

    public static Schema<BackupModel> Schema { get; } = new("A backup of a vserver.", new ObjectTable<BackupModel>(
        Attr.Text("vserver_id", m => m.VserverId, (m, v) => m.VserverId = v).Required().RequiresReplace().Validate(Rules.NotEmpty()).Describe("The vserver's id. A change replaces the backup."),
        Attr.Text("name", m => m.Name, (m, v) => m.Name = v).Required().RequiresReplace().Validate(Rules.NotEmpty()).Describe("Name of the backup. A change replaces it."),
        Attr.Text("on_limit", m => m.OnLimit, (m, v) => m.OnLimit = v).Default("error").Validate(Rules.OneOf("error", "evict_oldest"))
            .Describe("When the vserver has as many backups as its `backup_limit` allows: `error` (default), or `evict_oldest`: let the API delete the oldest, whoever's it is."),
        Attr.Single("timeouts", TimeoutsModel.Table, m => m.Timeouts, (m, v) => m.Timeouts = v).Optional()
            .Describe("How long each operation may take: create 2h, read 2m, delete 1h unless said otherwise."),
        Attr.Text("id", m => m.Id, (m, v) => m.Id = v).Computed().Stable().Describe("The backup's uuid."),
        Attr.Text("status", m => m.Status, (m, v) => m.Status = v).Computed().Stable().Describe("The API's word in lower case."),
        Attr.Decimal("size_bytes", m => m.SizeBytes, (m, v) => m.SizeBytes = v).Computed().Stable().Describe("Size in bytes."),
        Attr.Text("created_at", m => m.CreatedAt, (m, v) => m.CreatedAt = v).Computed().Stable().Describe("When it was begun, RFC 3339 in UTC."),
        Attr.Text("finished_at", m => m.FinishedAt, (m, v) => m.FinishedAt = v).Computed().Stable().Describe("When it was finished, RFC 3339 in UTC.")));
}
