using Dashserv.Provider.Text;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.BackupRestores.BackupRestoreModel>;

namespace Dashserv.Provider.BackupRestores;

/// <summary>A <c>dashserv_backup_restore</c>.</summary>
internal sealed class BackupRestoreModel
{
    public Value<string> VserverId;
    public Value<string> BackupId;
    public Value<IReadOnlyDictionary<string, Value<string>>> Triggers;
    public Value<TimeoutsModel> Timeouts;
    public Value<string> Id;
    public Value<string> RestoredAt;

    public static Schema<BackupRestoreModel> Schema { get; } = new(
        "Restores a backup onto its vserver when it is created, and again when an argument changes. What is on the vserver's disk is lost. Destroying it "
            + "does nothing.",
        new ObjectTable<BackupRestoreModel>(
            Attr.Text("vserver_id", m => ref m.VserverId).Required().Validate(Ids.FindProblem).Describe("The vserver's id."),
            Attr.Text("backup_id", m => ref m.BackupId).Required().Validate(Ids.FindProblem).Describe("The backup's id."),
            Attr.Of("triggers", Codecs.Map(Codecs.Text), m => ref m.Triggers).Optional().SemanticEquals(TextMap.IsSame)
                .Describe("Any values; a change of them restores again. Adding or removing the argument as a whole does not."),
            Attr.Single("timeouts", TimeoutsModel.Table, m => ref m.Timeouts).Optional()
                .Describe("How long each operation may take: create and update 2h, read 2m unless said otherwise."),
            Attr.Text("id", m => ref m.Id).Computed().Describe("`VSERVER/BACKUP`."),
            Attr.Text("restored_at", m => ref m.RestoredAt).Computed().UseStateForUnknown()
                .Describe("When it was last restored, RFC 3339 in UTC. Known after apply only in a plan that restores, and so overwrites the disk.")));
}
