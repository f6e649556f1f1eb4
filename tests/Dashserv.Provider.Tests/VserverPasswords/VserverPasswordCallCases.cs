using CoreHarness;
using Dashserv.Provider.Tests.Support;

namespace Dashserv.Provider.Tests.VserverPasswords;

/// <summary>The calls of a password's reset, and what is told when they fail.</summary>
internal static class VserverPasswordCallCases
{
    private const string Status = "GET /v1/product/vserver/*/status";
    private const string Reset = "POST /v1/product/vserver/*/password";
    private const string NotReset = "The password was not reset";
    private const string Unchanged = "The old password still holds.";
    private const string MayBe = "The password may have been reset";
    private const string Unknown = "nobody knows the new password, and one that is in the state is of no use any more";

    private static readonly (string Summary, string On, string Told) NoVserver = ("No such vserver", "vserver_id", "Nothing was done");

    public static CallCases All { get; } = new(
        [
            New("create: status", CaseStage.Apply, Status, NotReset, Unchanged) with { Gone = NoVserver },
            New("update: status", CaseStage.Apply, Status, NotReset, Unchanged) with { Arrange = KeptAsync, Gone = NoVserver },
            New("refresh: vserver", CaseStage.Refresh, "GET regex:^/v1/product/vserver/[^/]+$", "Could not read the password's vserver",
                "Nothing was removed from the state.") with
            {
                Arrange = KeptAsync,
            },
        ],
        [
            New("create", CaseStage.Apply, Reset, NotReset, Unchanged) with { Writes = 1, IsSecret = true, Gone = NoVserver },
            New("update", CaseStage.Apply, Reset, NotReset, Unchanged) with { Arrange = KeptAsync, Writes = 1, IsSecret = true, Gone = NoVserver },
        ],
        [
            New("create", CaseStage.Apply, Reset, MayBe, Unknown) with { Writes = 1, Retries = 2, IsSecret = true, Next = "Apply again: that makes another" },
            New("update", CaseStage.Apply, Reset, MayBe, Unknown)
                with { Arrange = KeptAsync, Writes = 1, Retries = 2, IsSecret = true, Next = "Apply again: that makes another" },
        ]);

    private static CallCase New(string name, CaseStage stage, string call, string summary, string standing) => new(name, stage, call, summary, standing)
    {
        Arrange = world => Task.FromResult((world.Password(), Config(world))),
    };

    private static Config Config(ProviderWorld world) => world.SeedServer().With("keepers", CoreHarness.Config.Of(("of", "tuesday")));

    private static async Task<(ResourceInstance Password, Config Config)> KeptAsync(ProviderWorld world)
    {
        var config = Config(world);
        return (await world.CreateAsync(TestVserverPassword.Type, config.With("keepers", CoreHarness.Config.Of(("of", "monday")))), config);
    }
}
