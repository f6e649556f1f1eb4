using System.Security.Cryptography;
using System.Text;
using Dashserv.Simulator.Control;
using Dashserv.Simulator.Vservers;
using static CliHarness.Config;

namespace Dashserv.Acceptance.Tests.Scenarios;

/// <summary>Root passwords: reset when asked to, and in clear nowhere that a user did not ask for.</summary>
public sealed class VserverPasswordTests : AcceptanceTest
{
    private const string Root = "dashserv_vserver_password.root";
    private const string Decrypted = $"nonsensitive(rsadecrypt({Root}.encrypted_password, file(\"key.pem\")))";

    [Theory, MemberData(nameof(Clis))]
    public async Task Password_WithAPublicKey_IsOpenedByRsaDecryptAndInNoStateOrLogAndMadeAnewWithItsServer(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli);
        scenario.Write(Vserver() + Password($"{Web}.id", $"public_key = file(\"{WriteKeys(scenario, "key")}\")"));
        scenario.Workspace.Environment["TF_LOG"] = "trace";
        var output = (await scenario.ApplyAsync()).Output;
        Assert.Contains("/password", output, StringComparison.Ordinal);
        scenario.Workspace.Environment["TF_LOG"] = null;

        var password = scenario.Server.Passwords["root"];
        Assert.Equal($"\"{password}\"", await scenario.Workspace.EvaluateAsync(Decrypted));
        Assert.Null(scenario.Attribute("password", "root"));
        foreach (var form in FormsOf(password))
        {
            Assert.False(scenario.StateHolds(form), $"The state holds the password as {form}.");
            Assert.DoesNotContain(form, output, StringComparison.OrdinalIgnoreCase);
        }

        await scenario.NothingToDoAsync();
        scenario.World.Delete(scenario.Server.Uuid);
        (await scenario.PlanAsync()).Plans(Web, "create").Plans(Root, "create");
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        Assert.Equal($"\"{scenario.Server.Passwords["root"]}\"", await scenario.Workspace.EvaluateAsync(Decrypted));
        await scenario.EndAsync(orders: 2);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Password_IsResetOnlyWhenKeepersOrKeyChange(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli);
        var server = scenario.Seed();
        var key = $"public_key = file(\"{WriteKeys(scenario, "key")}\")";
        await scenario.Write(Provider + Password($"\"{server}\"", key)).ApplyAsync();
        var first = scenario.Server.Passwords["root"];
        await scenario.AdoptsAsync(Provider + Password($"\"{server}\"", $"{key}\n  keepers = {{ month = \"may\" }}"), Root, "update");
        await scenario.AdoptsAsync(Provider + Password($"\"{server}\"", $"{key}\n  timeouts = {{ create = \"1h\", update = \"1h\" }}"), Root, "update");
        await scenario.AdoptsAsync(Provider + Password($"\"{server}\"", $"{key}\n  keepers = {{ month = \"may\" }}"), Root, "update");
        Assert.Equal(first, scenario.Server.Passwords["root"]);

        (await scenario.Write(Provider + Password($"\"{server}\"", $"{key}\n  keepers = {{ month = \"june\" }}")).PlanAsync()).Plans(Root, "update");
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        var second = scenario.Server.Passwords["root"];
        Assert.NotEqual(first, second);
        Assert.Equal($"\"{second}\"", await scenario.Workspace.EvaluateAsync(Decrypted));

        // Another key: the password that the old one opens is not in the state any more, as nobody can encrypt it anew.
        var other = $"public_key = file(\"{WriteKeys(scenario, "other")}\")\n  keepers = {{ month = \"june\" }}";
        (await scenario.Write(Provider + Password($"\"{server}\"", other)).PlanAsync()).Plans(Root, "update");
        await scenario.ApplyPlanAsync();
        Assert.Equal(
            $"\"{scenario.Server.Passwords["root"]}\"",
            await scenario.Workspace.EvaluateAsync(Decrypted.Replace("key.pem", "other.pem", StringComparison.Ordinal)));

        // Without a key it is in the state in clear, as its user then wants, and still not on the screen.
        var shown = await scenario.Write(Provider + Password($"\"{server}\"", "keepers = { month = \"june\" }")).ApplyAsync();
        var clear = scenario.Server.Passwords["root"];
        Assert.Equal((clear, null), (scenario.Attribute("password", "root"), scenario.Attribute("encrypted_password", "root")));
        shown.Saying("(sensitive value)").NotSaying(clear);
        await scenario.NothingToDoAsync();

        // A key that comes later takes the clear one out of the state, and makes a new one, as the old was readable.
        (await scenario.Write(Provider + Password($"\"{server}\"", $"{key}\n  keepers = {{ month = \"june\" }}")).PlanAsync()).Plans(Root, "update");
        await scenario.ApplyPlanAsync();
        await scenario.NothingToDoAsync();
        Assert.NotEqual(clear, scenario.Server.Passwords["root"]);
        clear = scenario.Server.Passwords["root"];
        Assert.Equal(($"\"{clear}\"", null), (await scenario.Workspace.EvaluateAsync(Decrypted), scenario.Attribute("password", "root")));

        // To destroy it leaves the password as it is.
        scenario.Simulator.Journal.Clear();
        (await scenario.RunAsync("destroy", "-auto-approve")).Succeeded().NotSaying(clear);
        Assert.Empty(scenario.Writes);
        Assert.Equal(clear, scenario.Server.Passwords["root"]);
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Password_OfAnotherServer_IsMadeAnew(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli);
        var server = scenario.Seed();
        var key = $"public_key = file(\"{WriteKeys(scenario, "key")}\")";
        scenario.World.Change(server, new ProductChange { Power = PowerState.Offline });
        (await scenario.Write(Provider + Password($"\"{server}\"", key)).TryApplyAsync())
            .Failed("The password was not reset", "has to be running", "The old password still holds");
        Assert.Equal("[]", scenario.StateOfResources());
        scenario.World.Change(server, new ProductChange { Power = PowerState.Online });
        await scenario.ApplyAsync();

        var other = scenario.Seed(new VserverSeed { NamePrefix = "other" });
        (await scenario.Write(Provider + Password($"\"{other}\"", key)).PlanAsync()).Plans(Root, "delete,create");
        await scenario.ApplyPlanAsync();
        scenario.World.Delete(server);
        Assert.Equal($"\"{scenario.Server.Passwords["root"]}\"", await scenario.Workspace.EvaluateAsync(Decrypted));
    }

    [Theory, MemberData(nameof(Clis))]
    public async Task Password_Imported_IsNotReset(string cli)
    {
        await using var scenario = await Scenario.StartAsync(cli);
        var server = scenario.Seed();
        scenario.Write(Provider + Password($"\"{server}\"", ""));
        (await scenario.RunAsync("import", Root, "nOsUc")).Failed("Cannot import non-existent remote object");
        (await scenario.RunAsync("import", Root, server)).Succeeded();
        await scenario.NothingToDoAsync();
        await scenario.AdoptsAsync(
            Provider + Password($"\"{server}\"", $"public_key = file(\"{WriteKeys(scenario, "key")}\")\n  keepers = {{ a = \"b\" }}"), Root, "update");
        Assert.Empty(scenario.Server.Passwords);
    }

    private static string Password(string server, string more) => Block(Root, $"  vserver_id = {server}\n  {more}");

    /// <summary>A new pair of keys in the workspace; answers the public one's file. Terraform opens PKCS #1 only.</summary>
    private static string WriteKeys(Scenario scenario, string name)
    {
        using var key = RSA.Create(2048);
        scenario.Workspace.Write($"{name}.pem", key.ExportRSAPrivateKeyPem());
        scenario.Workspace.Write($"{name}.pub", key.ExportSubjectPublicKeyInfoPem());
        return $"{name}.pub";
    }

    private static IEnumerable<string> FormsOf(string password)
    {
        var bytes = Encoding.UTF8.GetBytes(password);
        return
        [
            password, Convert.ToBase64String(bytes).TrimEnd('='), Convert.ToHexString(bytes), Convert.ToHexString(SHA256.HashData(bytes)),
            new string([.. password.Reverse()]), Uri.EscapeDataString(password),
        ];
    }
}
