using Dashserv.Provider.Text;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.VserverPasswords.VserverPasswordModel>;

namespace Dashserv.Provider.VserverPasswords;

/// <summary>A <c>dashserv_vserver_password</c>.</summary>
internal sealed class VserverPasswordModel
{
    public Value<string> VserverId;
    public Value<IReadOnlyDictionary<string, Value<string>>> Keepers;
    public Value<string> PublicKey;
    public Value<TimeoutsModel> Timeouts;
    public Value<string> Id;
    public Value<string> EncryptedPassword;
    public Value<string> Password;

    public static Schema<VserverPasswordModel> Schema { get; } = new(
        "Resets the root password of a vserver when it is created, and again when `keepers` or `public_key` change. Destroying it does nothing.",
        new ObjectTable<VserverPasswordModel>(
            Attr.Text("vserver_id", m => ref m.VserverId).Required().RequiresReplace().Validate(Ids.FindProblem)
                .Describe("The vserver's id. A change replaces the resource. The server has to be running, with its guest agent."),
            Attr.Of("keepers", Codecs.Map(Codecs.Text), m => ref m.Keepers).Optional().SemanticEquals(TextMap.IsSame)
                .Describe("Any values; a change of them resets the password again. Adding or removing the argument as a whole does not."),
            Attr.Text("public_key", m => ref m.PublicKey).Optional().Validate(PasswordCipher.FindProblem).SemanticEquals(PasswordCipher.IsSame)
                .Describe(
                    "RSA public key in PEM; the same key written otherwise is no change. With it, the state holds only `encrypted_password`; without it, it "
                        + "holds the password in clear."),
            Attr.Single("timeouts", TimeoutsModel.Table, m => ref m.Timeouts).Optional()
                .Describe("How long a reset may take, with the wait for the server's lock to clear: create and update 1h unless said otherwise."),
            Attr.Text("id", m => ref m.Id).Computed().UseStateForUnknown().Describe("The vserver's id."),
            Attr.Text("encrypted_password", m => ref m.EncryptedPassword).Computed().UseStateForUnknown()
                .Describe(
                    "The password, encrypted to `public_key`: `rsadecrypt(dashserv_vserver_password.NAME.encrypted_password, file(\"private.pem\"))` opens "
                        + "it. Null without `public_key`."),
            Attr.Text("password", m => ref m.Password).Computed().Sensitive().UseStateForUnknown()
                .Describe("The password in clear, also in the state. Null with `public_key`.")));
}
