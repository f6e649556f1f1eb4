using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.Passwords.PasswordModel>;

namespace Dashserv.Provider.Passwords;

/// <summary>A <c>dashserv_vserver_password</c>.</summary>
internal sealed class PasswordModel
{
    public Value<string> VserverId { get; set; }

    public Value<IReadOnlyDictionary<string, Value<string>>> Keepers { get; set; }

    public Value<string> PublicKey { get; set; }

    public Value<TimeoutsModel> Timeouts { get; set; }

    public Value<string> Id { get; set; }

    public Value<string> EncryptedPassword { get; set; }

    public Value<string> Password { get; set; }

    public static Schema<PasswordModel> Schema { get; } = new(
        "Resets the root password of a vserver when it is created, and again when `keepers` or `public_key` change. Destroying it does nothing.",
        new ObjectTable<PasswordModel>(
            Attr.Text("vserver_id", m => m.VserverId, (m, v) => m.VserverId = v).Required().RequiresReplace().Validate(Rules.NotEmpty())
                .Describe("The vserver's id. A change replaces the resource. The server has to be running, with its guest agent."),
            Attr.Of("keepers", Codecs.Map(Codecs.Text), m => m.Keepers, (m, v) => m.Keepers = v).Optional()
                .Describe("Any values; a change of them resets the password again. Adding or removing the argument as a whole does not."),
            Attr.Text("public_key", m => m.PublicKey, (m, v) => m.PublicKey = v).Optional().Validate(PasswordCipher.FindProblem).SameWhen(PasswordCipher.IsSame)
                .Describe("RSA public key in PEM; the same key written otherwise is no change. With it, the state holds only `encrypted_password`; without it, it holds the password in clear."),
            Attr.Single("timeouts", TimeoutsModel.Table, m => m.Timeouts, (m, v) => m.Timeouts = v).Optional()
                .Describe("How long a reset may take, with the wait for the server's lock to clear: create and update 1h unless said otherwise."),
            Attr.Text("id", m => m.Id, (m, v) => m.Id = v).Computed().Stable().Describe("The vserver's id."),
            Attr.Text("encrypted_password", m => m.EncryptedPassword, (m, v) => m.EncryptedPassword = v).Computed().Stable()
                .Describe("The password, encrypted to `public_key`: `rsadecrypt(dashserv_vserver_password.NAME.encrypted_password, file(\"private.pem\"))` opens it. Null without `public_key`."),
            Attr.Text("password", m => m.Password, (m, v) => m.Password = v).Computed().Sensitive().Stable()
                .Describe("The password in clear, also in the state. Null with `public_key`.")));
}
