using System.Security.Cryptography;
using System.Text;
using CoreHarness;
using Dashserv.Provider.Tests.Vservers;

namespace Dashserv.Provider.Tests.VserverPasswords;

/// <summary>When a password is reset, when not, and who can read it.</summary>
public sealed class VserverPasswordLifecycleTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Lifecycle_WholeCycle_ResetsOncePerKeeper(bool isEncrypted)
    {
        await using var world = await ProviderWorld.StartAsync();
        var readable = world.SeedServer();
        var config = readable.With("public_key", isEncrypted ? TestVserverPassword.PublicPem : null);
        var steps = await world.Core.CheckLifecycleAsync(
            TestVserverPassword.Type,
            config.With("keepers", Config.Of(("rotated", "may"))),
            config.With("keepers", Config.Of(("rotated", "june"))),
            s => (string)s["vserver_id"]!,
            new Adoption(readable, () => world.Writes().Count));
        Assert.Empty(steps.SelectMany(s => s.Diagnostics));
        Assert.Equal(["password", "password"], world.Writes());
        Assert.NotNull(world.RealPassword());
    }

    [Fact]
    public async Task Create_WithAPublicKey_HoldsOnlyWhatTheKeyOpens()
    {
        await using var world = await ProviderWorld.StartAsync();
        var password = await world.CreateAsync(TestVserverPassword.Type, world.SeedServer().With("public_key", TestVserverPassword.PublicPem));
        Assert.Equal(world.RealPassword(), TestVserverPassword.Decrypt((string)password["encrypted_password"]!));
        Assert.Null(password["password"]);
        Assert.DoesNotContain(world.RealPassword()!, password.State!.Json + Encoding.UTF8.GetString(password.State.Private), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_WithAPkcs1PublicKey_IsOpenedAsWell()
    {
        await using var world = await ProviderWorld.StartAsync();
        using var key = RSA.Create(4096);
        var password = await world.CreateAsync(TestVserverPassword.Type, world.SeedServer().With("public_key", key.ExportRSAPublicKeyPem()));
        Assert.Equal(world.RealPassword(), TestVserverPassword.Decrypt((string)password["encrypted_password"]!, key));
    }

    [Fact]
    public async Task Create_WithoutAKey_HoldsThePasswordAsSensitive()
    {
        await using var world = await ProviderWorld.StartAsync();
        var password = await world.CreateAsync(TestVserverPassword.Type, world.SeedServer());
        Assert.Equal((world.RealPassword(), null), (password["password"], password["encrypted_password"]));
        Assert.True(Dashserv.Provider.VserverPasswords.VserverPasswordModel.Schema.Table.Attributes.Single(a => a.Name == "password").IsSensitive);
    }

    [Fact]
    public async Task Plan_OfAnything_NeverResets()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = world.SeedServer();
        var password = world.Password();
        await password.PlanAsync(config);
        Assert.Equal(0, world.Resets());
        await password.ApplyAsync(config.With("keepers", Config.Of(("a", "1"))));
        await password.PlanAsync(config.With("keepers", Config.Of(("a", "2"))));
        await password.PlanDestroyAsync();
        Assert.Equal(1, world.Resets());
    }

    [Fact]
    public async Task Keepers_Changed_ResetAgain()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = world.SeedServer().With("public_key", TestVserverPassword.PublicPem);
        var password = await world.CreateAsync(TestVserverPassword.Type, config.With("keepers", Config.Of(("rotated", "may"))));
        var first = world.RealPassword();
        var next = config.With("keepers", Config.Of(("rotated", "june")));
        var plan = await password.PlanAsync(next);
        Assert.Equal((ChangeAction.Update, true), (plan.Action, plan.IsUnknown("encrypted_password")));
        Assert.Empty(await password.ApplyAsync(plan));
        Assert.NotEqual(first, world.RealPassword());
        Assert.Equal(world.RealPassword(), TestVserverPassword.Decrypt((string)password["encrypted_password"]!));
        Assert.Equal(ChangeAction.NoOp, (await password.PlanAsync(next)).Action);
    }

    [Fact]
    public async Task Keepers_AddedOrRemovedAsAWhole_ResetNothing()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = world.SeedServer();
        var password = await world.CreateAsync(TestVserverPassword.Type, config);
        Assert.Empty(await password.ApplyAsync(config.With("keepers", Config.Of(("a", "1")))));
        Assert.Empty(await password.ApplyAsync(config));
        Assert.Equal((1, world.RealPassword()), (world.Resets(), password["password"]));
    }

    [Fact]
    public async Task Keepers_OnlyKnownAfterApply_ResetOnlyIfTheyDiffer()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = world.SeedServer();
        var (same, other) = (config.With("keepers", Config.Of(("a", "1"))), config.With("keepers", Config.Of(("a", "2"))));
        var password = await world.CreateAsync(TestVserverPassword.Type, same);
        var unknown = config.With("keepers", Config.Of(("a", Config.Unknown)));
        await password.ApplyAsync(await password.PlanAsync(unknown), same);
        Assert.Equal(1, world.Resets());
        await password.ApplyAsync(await password.PlanAsync(unknown), other);
        Assert.Equal((2, world.RealPassword()), (world.Resets(), password["password"]));
    }

    [Fact]
    public async Task PublicKey_AddedLater_ResetsAndLeavesNoClearText()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = world.SeedServer();
        var password = await world.CreateAsync(TestVserverPassword.Type, config);
        var clear = (string)password["password"]!;
        Assert.Empty(await password.ApplyAsync(config.With("public_key", TestVserverPassword.PublicPem)));
        Assert.NotEqual(clear, world.RealPassword());
        Assert.Equal((null, world.RealPassword()), (password["password"], TestVserverPassword.Decrypt((string)password["encrypted_password"]!)));
    }

    [Fact]
    public async Task PublicKey_OnlyKnownAfterApply_IsUsed()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = world.SeedServer();
        var password = world.Password();
        var plan = await password.PlanAsync(config.With("public_key", Config.Unknown));
        Assert.Empty(await password.ApplyAsync(plan, config.With("public_key", TestVserverPassword.PublicPem)));
        Assert.Null(password["password"]);
        Assert.Equal(world.RealPassword(), TestVserverPassword.Decrypt((string)password["encrypted_password"]!));
    }

    [Fact]
    public async Task VserverId_Changed_Replaces()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = world.SeedServer();
        var password = await world.CreateAsync(TestVserverPassword.Type, config);
        var plan = await password.PlanAsync(config.With("vserver_id", Assert.Single(world.Simulator.World.SeedVservers(1))));
        Assert.Equal((ChangeAction.Replace, "vserver_id"), (plan.Action, Assert.Single(plan.RequiresReplace)));
    }

    [Fact]
    public async Task Import_WithKeyAndKeepers_ResetsNothing()
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = world.SeedServer();
        var password = world.Password();
        Assert.Empty(await password.ImportAsync(world.TheProduct().Uuid));
        Assert.Equal(ChangeAction.NoOp, (await password.PlanAsync(config)).Action);
        Assert.Empty(await password.ApplyAsync(config.With("public_key", TestVserverPassword.PublicPem).With("keepers", Config.Of(("a", "1")))));
        Assert.Equal(0, world.Resets());
    }

    [Fact]
    public async Task Destroy_DoesNothing()
    {
        await using var world = await ProviderWorld.StartAsync();
        var password = await world.CreateAsync(TestVserverPassword.Type, world.SeedServer());
        var before = world.RealPassword();
        world.Simulator.Journal.Clear();
        Assert.Empty(await password.DestroyAsync());
        Assert.Equal((before, false), (world.RealPassword(), password.Exists));
        Assert.Empty(world.Writes());
    }

    public static TheoryData<string> OtherWritings =>
    [
        TestVserverPassword.PublicPem.ReplaceLineEndings("\r\n"),
        $"\n{TestVserverPassword.PublicPem}\n\n",
        TestVserverPassword.Key.ExportRSAPublicKeyPem(),
    ];

    [Theory]
    [MemberData(nameof(OtherWritings))]
    public async Task PublicKey_TheSameWrittenOtherwise_ResetsNothing(string key)
    {
        await using var world = await ProviderWorld.StartAsync();
        var config = world.SeedServer();
        var password = world.Password();
        Assert.Empty(await password.ApplyAsync(config.With("public_key", TestVserverPassword.PublicPem)));
        Assert.Equal(ChangeAction.NoOp, (await password.PlanAsync(config.With("public_key", key))).Action);
        using var other = RSA.Create(2048);
        Assert.Equal(ChangeAction.Update, (await password.PlanAsync(config.With("public_key", other.ExportSubjectPublicKeyInfoPem()))).Action);
    }
}
