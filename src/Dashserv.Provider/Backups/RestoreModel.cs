using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.Backups.RestoreModel>;

namespace Dashserv.Provider.Backups;

/// <summary>A <c>dashserv_backup_restore</c>.</summary>
internal sealed class RestoreModel
{
    public Value<string> VserverId { get; set; }

    public Value<string> BackupId { get; set; }

    public Value<IReadOnlyDictionary<string, Value<string>>> Triggers { get; set; }

    public Value<TimeoutsModel> Timeouts { get; set; }

    public Value<string> Id { get; set; }

    public static Schema<RestoreModel> Schema { get; } = new(
        "Restores a backup onto its vserver when it is created, and again when an argument changes. What is on the vserver's disk is lost. Destroying it does nothing.",
        new ObjectTable<RestoreModel>(
            Attr.Text("vserver_id", m => m.VserverId, (m, v) => m.VserverId = v).Required().Validate(Rules.NotEmpty()).Describe("The vserver's id."),
            Attr.Text("backup_id", m => m.BackupId, (m, v) => m.BackupId = v).Required().Validate(Rules.NotEmpty()).Describe("The backup's id."),
            Attr.Of("triggers", Codecs.Map(Codecs.Text), m => m.Triggers, (m, v) => m.Triggers = v).Optional()
                .Describe("Any values; a change of them restores again. Adding or removing the argument as a whole does not."),
            Attr.Single("timeouts", TimeoutsModel.Table, m => m.Timeouts, (m, v) => m.Timeouts = v).Optional()
                .Describe("How long each operation may take: create and update 2h, read 2m unless said otherwise."),
            Attr.Text("id", m => m.Id, (m, v) => m.Id = v).Computed().Describe("`VSERVER/BACKUP`.")));
}
