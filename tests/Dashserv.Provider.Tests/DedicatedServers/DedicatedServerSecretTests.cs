using System.Text;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator.Control;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.DedicatedServers;

/// <summary>The passwords that the API tells with every look at an installation are kept nowhere, and shown nowhere.</summary>
public sealed class DedicatedServerSecretTests
{
    [Fact]
    public async Task Passwords_ThroughAWholeLife_AreInNoStateAndNoDiagnostic()
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = world.Dedicated();
        var diagnostics = new List<Diagnostic>();
        HashSet<string> passwords = [];
        await DoAsync(() => server.ApplyAsync(TestDedicatedServer.InPlace.With("power_state", "online")));
        await DoAsync(server.RefreshAsync);
        await DoAsync(() => server.ApplyAsync(TestDedicatedServer.InPlace.With("template", "278")));
        world.Change(server, new ProductChange { Image = "261" });
        await DoAsync(() => server.ApplyAsync(TestDedicatedServer.InPlace));
        await DoAsync(() => world.Core.Resource(TestDedicatedServer.Type, "imported").ImportAsync((string)server["id"]!));
        Assert.Equal(6, passwords.Count);

        async Task DoAsync(Func<Task<Diagnostics>> step)
        {
            diagnostics.AddRange(await step());
            Assert.DoesNotContain(diagnostics, d => d.Severity == Severity.Error);
            passwords.UnionWith(world.TheProduct().Passwords.Values);
            var kept = $"{server.State!.Json} {Encoding.UTF8.GetString(server.State.Private)} {string.Join(' ', diagnostics)}";
            Assert.All(passwords, password => Assert.DoesNotContain(password, kept, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("set root password to S3cretWord\ngrub failed")]
    [InlineData("rootpw --plaintext S3cretWord")]
    [InlineData("echo 'root:S3cretWord' | chpasswd")]
    [InlineData("d-i passwd/root-password password S3cretWord")]
    [InlineData("Zugangsdaten: root / S3cretWord")]
    [InlineData("-----BEGIN OPENSSH PRIVATE KEY-----\nS3cretWord\n-----END OPENSSH PRIVATE KEY-----")]
    public async Task InstallersLog_OfAFailedInstallation_IsNotShown(string log)
    {
        await using var world = await ProviderWorld.StartAsync();
        var server = await world.CreateDedicatedAsync(TestDedicatedServer.InPlace);
        var plan = await server.PlanAsync(TestDedicatedServer.InPlace.With("template", "278"));
        world.TellInstallation(looks: 1, isRunning: false, TestDedicatedServer.Debian11);
        world.TellInstallation(looks: 1, isRunning: true, null);
        world.TellInstallation(looks: 9, isRunning: false, null, log, "an0therPassw0rd");
        var error = ProviderWorld.TheError(await server.ApplyAsync(plan));
        Assert.Contains("in the installer's log, which is not shown here", error.Detail, StringComparison.Ordinal);
        Assert.Contains("customer panel", error.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("S3cretWord", $"{error} {server.State!.Json} {Encoding.UTF8.GetString(server.State.Private)}", StringComparison.Ordinal);
    }
}
