using System.Security.Cryptography;
using CoreHarness;
using Dashserv.Provider.Tests.Support;
using Dashserv.Provider.Tests.Vservers;
using Dashserv.Simulator.Control;
using Dashserv.Simulator.Faults;
using Dashserv.Simulator.Vservers;

namespace Dashserv.Provider.Tests.VserverPasswords;

/// <summary>Keys that cannot be used, and resets that fail: what is told, and what is never told.</summary>
public sealed class VserverPasswordFailureTests
{
    public static TheoryData<string, string> BadKeys => new()
    {
        { "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA user@host", "not an RSA public key in PEM" },
        { "", "not an RSA public key in PEM" },
        { "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", "not an RSA public key in PEM" },
        { ECDsa.Create(ECCurve.NamedCurves.nistP256).ExportSubjectPublicKeyInfoPem(), "not an RSA public key in PEM" },
        { RSA.Create(1024).ExportSubjectPublicKeyInfoPem(), "has 1024 bits; 2048 is the least" },
        { TestVserverPassword.Key.ExportRSAPrivateKeyPem(), "This is a private key" },
        { TestVserverPassword.Key.ExportPkcs8PrivateKeyPem(), "This is a private key" },
        { ECDsa.Create(ECCurve.NamedCurves.nistP256).ExportECPrivateKeyPem(), "This is a private key" },
        { TestVserverPassword.Key.ExportEncryptedPkcs8PrivateKeyPem("pw", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10)),
            "This is a private key" },
        { TestVserverPassword.PublicPem + "\n" + TestVserverPassword.Key.ExportRSAPrivateKeyPem(), "This is a private key" },
        { TestVserverPassword.Key.ExportRSAPrivateKeyPem().ReplaceLineEndings(""), "This is a private key" },
    };

    [Theory]
    [MemberData(nameof(BadKeys))]
    public async Task Validate_KeyThatCannotBeUsed_SaysWhyAndNeverRepeatsIt(string pem, string told)
    {
        await using var world = await ProviderWorld.StartAsync();
        var diagnostics = await world.Core.ValidateResourceAsync(TestVserverPassword.Type, world.SeedServer().With("public_key", pem));
        var error = ProviderWorld.TheError(diagnostics);
        Assert.Equal("public_key", error.Path.ToString());
        Assert.Contains(told, error.Detail, StringComparison.Ordinal);
        Assert.Contains(
            told.Contains("bits", StringComparison.Ordinal) ? "openssl genrsa" : "openssl rsa -in private.pem -pubout", error.Detail, StringComparison.Ordinal);
        Assert.All(
            pem.Split('\n').Where(l => l.Length > 20 && !l.StartsWith("-----BEGIN PUBLIC", StringComparison.Ordinal)),
            line => Assert.DoesNotContain(line, error.ToString(), StringComparison.Ordinal));
    }

    public static TheoryData<int, string, string, string, string> Failures => new()
    {
        { 412, NotGone.Failure("Der QEMU Guest Agent ist nicht erreichbar."), "", "Der QEMU Guest Agent ist nicht erreichbar.",
            "The old password still holds" },
        { 412, NotGone.Failure("guest_agent_missing"), "", "guest_agent_missing", "qemu-guest-agent" },
        { 412, NotGone.Failure("resource_not_found"), "vserver_id", "there is no vserver", "Nothing was done" },
        { 403, NotGone.Failure("forbidden"), "", "write permission", "The old password still holds" },
        { 401, NotGone.Failure("Unauthorized"), "", "token", "The old password still holds" },
        { 404, NotGone.Failure("Invalid API route"), "", "endpoint", "The old password still holds" },
        { 503, NotGone.Failure("ratelimit_exceeded"), "", "requests_per_second", "The old password still holds" },
        { 500, NotGone.Failure("internal_error"), "", "the server failed", "nobody knows the new password" },
        { 200, """{"success":true,"data":{"password":"hunter2"}}""", "", "not what the API documents", "Apply again: that makes another" },
        { 200, """{"success":true,"data":"guest_agent_not_running"}""", "", "guest_agent_not_running", "nobody knows the new password" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Create_Fails_SaysWhichPasswordHolds(int status, string text, string attribute, string told, string standing)
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = world.SeedServer();
        world.Simulator.Faults.Add(new FaultRule { Path = "*/password", Status = status, Text = text });
        var password = world.Password();
        var error = ProviderWorld.TheError(await password.ApplyAsync(config));
        Assert.Equal(attribute, error.Path.ToString());
        Assert.All([told, standing], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
        Assert.False(password.Exists);
        Assert.Empty(await password.ApplyAsync(config));
        Assert.Equal(world.RealPassword(), password["password"]);
    }

    [Fact]
    public async Task Update_AnswerLost_TellsThatTheStatesIsOfNoUseAndMakesAnother()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = world.SeedServer().With("keepers", Config.Of(("a", "1")));
        var password = await world.CreateAsync(TestVserverPassword.Type, config);
        var next = config.With("keepers", Config.Of(("a", "2")));
        world.Simulator.Faults.Add(new FaultRule { Path = "*/password", Cut = CutMoment.After });
        var error = ProviderWorld.TheError(await password.ApplyAsync(next));
        Assert.Equal("The password may have been reset", error.Summary);
        Assert.Contains("in the state is of no use any more", error.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(world.RealPassword()!, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, world.Resets());
        Assert.Empty(await password.ApplyAsync(next));
        Assert.Equal(world.RealPassword(), password["password"]);
    }

    [Fact]
    public async Task Create_ServerIsOff_SaysWhatItNeeds()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = world.SeedServer();
        world.Simulator.World.Change(world.TheProduct().Uuid, new ProductChange { Power = PowerState.Offline });
        var error = ProviderWorld.TheError(await world.Password().ApplyAsync(config));
        Assert.All(["nicht erreichbar", "has to be running"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Create_ServerIsLocked_WaitsForIt()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = world.SeedServer();
        var password = world.Password();
        Assert.Empty(await world.RunPastLockAsync(world.TheProduct().Uuid, () => password.ApplyAsync(config)));
        Assert.Equal((world.RealPassword(), 1), (password["password"], world.Resets()));
    }

    [Fact]
    public async Task Create_LockedSinceItWasLookedAt_IsSentAgainAfterTheLock()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = world.SeedServer();
        var server = world.TheProduct().Uuid;
        world.Simulator.World.Lock(server, "backup", TimeSpan.FromDays(1));
        world.Simulator.Faults.Add(new FaultRule { Path = "*/status", Status = 200, Text = """{"success":true,"data":{"status":"online","locked":false}}""" });
        var password = world.Password();
        var applying = password.ApplyAsync(config);

        // Until the refusal was followed by a look at the lock.
        await world.UntilAsync(
            applying,
            () => world.Simulator.Journal.Entries().SkipWhile(e => e.Method != "POST").Any(e => e.Path.EndsWith("/status", StringComparison.Ordinal)));
        world.Simulator.World.Lock(server, "backup", TimeSpan.Zero);
        Assert.Empty(await applying);
        Assert.Equal((world.RealPassword(), 2), (password["password"], world.Resets()));
    }

    [Fact]
    public async Task Create_LockNeverClears_EndsInTimeAndNamesTheLock()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        var config = world.SeedServer();
        world.Simulator.World.Lock(world.TheProduct().Uuid, "Sicherung läuft", TimeSpan.FromDays(1));
        var error = ProviderWorld.TheError(await world.Password().ApplyAsync(config));
        Assert.Equal(("Time is up", "timeouts"), (error.Summary, error.Path.ToString()));
        Assert.All(
            ["longer than 1h", "Sicherung läuft", "The old password still holds"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.Equal(0, world.Resets());
    }

    [Fact]
    public async Task Create_RefusedForALockThatStays_SaysThatTheOldPasswordHolds()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        var config = world.SeedServer();
        world.Simulator.Faults.Add(new FaultRule { Method = "POST", Path = "*/password", Times = 0, Status = 412, Word = "vserver_locked" });
        var error = ProviderWorld.TheError(await world.Password().ApplyAsync(config));
        Assert.Equal("Time is up", error.Summary);
        Assert.All(["The old password still holds", "vserver_locked"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.DoesNotContain("nobody knows", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_InterruptedBeforeTheAnswer_SaysThatNobodyMayKnowThePassword()
    {
        var clock = new JumpingClock();
        await using var world = await ProviderWorld.StartAsync(time: clock);
        var config = world.SeedServer();
        world.Simulator.Faults.Add(new FaultRule { Method = "POST", Path = "*/password", Hold = true });
        var password = world.Password();
        var applying = password.ApplyAsync(config);
        await world.InterruptUnansweredAsync(clock, applying);
        var error = ProviderWorld.TheError(await applying);
        Assert.Equal("Interrupted", error.Summary);
        Assert.All(["nobody knows the new password", "Apply again"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.DoesNotContain("still holds", error.Detail, StringComparison.Ordinal);
        Assert.False(password.Exists);
    }

    [Fact]
    public async Task Create_OwnTimeLimit_Counts()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        var config = world.SeedServer().With("timeouts", Config.Of(("create", "3m")));
        world.Simulator.World.Lock(world.TheProduct().Uuid, "backup", TimeSpan.FromDays(1));
        Assert.Contains("longer than 3m", ProviderWorld.TheError(await world.Password().ApplyAsync(config)).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refresh_ServerGone_IsDropped()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = world.SeedServer();
        var password = await world.CreateAsync(TestVserverPassword.Type, config);
        world.Simulator.World.Delete(world.TheProduct().Uuid);
        Assert.Equal(ChangeAction.Create, (await password.PlanAsync(config)).Action);
    }

    [Theory]
    [MemberData(nameof(NotGone.Answers), MemberType = typeof(NotGone))]
    public async Task Refresh_AnyOtherFailure_IsAnErrorAndChangesNothing(int status, string text, string told)
    {
        await using var world = await ProviderWorld.StartAsync();
        var password = await world.CreateAsync(TestVserverPassword.Type, world.SeedServer());
        var before = password.State;
        world.AnswerReads(status, text);
        Assert.Contains(told, ProviderWorld.TheError(await password.RefreshAsync()).Detail, StringComparison.Ordinal);
        Assert.Equal(before, password.State);
    }

    [Fact]
    public async Task Import_NoSuchServer_IsAnError()
    {
        await using var world = await ProviderWorld.StartAsync();
        Assert.Equal("Cannot import non-existent remote object", ProviderWorld.TheError(await world.Password().ImportAsync("nOsUc")).Summary);
    }

    [Fact]
    public async Task Create_YoungServerRefuses_IsTriedUntilItsAgentIsUp()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        world.Simulator.Faults.Add(new FaultRule { Method = "POST", Path = "*/password", Times = 5, Status = 412, Word = "guest_agent_missing" });
        var password = world.Password();
        Assert.Empty(await password.ApplyAsync(world.SeedServer(ageHours: 0)));
        Assert.Equal((6, world.RealPassword()), (world.Resets(), password["password"]));
    }

    [Fact]
    public async Task Create_YoungServerRefusesForLong_GivesUpOnceItIsNotYoungAnyMore()
    {
        await using var world = await ProviderWorld.StartAsync(time: new JumpingClock());
        world.Simulator.Faults.Add(new FaultRule { Method = "POST", Path = "*/password", Times = 0, Status = 412, Word = "guest_agent_missing" });
        var error = ProviderWorld.TheError(await world.Password().ApplyAsync(world.SeedServer(ageHours: 0)));
        Assert.Equal("The password was not reset", error.Summary);
        Assert.All(["guest_agent_missing", "qemu-guest-agent"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.InRange(world.Resets(), 20, 500);
    }
}
