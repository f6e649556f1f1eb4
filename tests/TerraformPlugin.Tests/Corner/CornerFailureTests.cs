using CoreHarness;

namespace TerraformPlugin.Tests.Corner;

/// <summary>Calls that fail half-way: nothing that exists is forgotten.</summary>
public sealed class CornerFailureTests : CornerTest
{
    [Fact]
    public async Task Create_ThrowsAfterTheStateIsAssigned_SavesATaintedObject()
    {
        Cloud.DuringCreate = _ => throw new InvalidOperationException("no more power");
        var thing = Core.Resource("corner_thing");

        var applied = await thing.ApplyAsync(Everything);

        Assert.Contains("no more power", Assert.Single(applied).Detail, StringComparison.Ordinal);
        Assert.Equal("thing-1", thing["id"]);
        Assert.True(thing.Tainted);
        Assert.Equal("""{"born":"thing-1"}""", System.Text.Encoding.UTF8.GetString(thing.State!.Private));
    }

    [Fact]
    public async Task Plan_OfATaintedObject_ReplacesIt()
    {
        Cloud.DuringCreate = _ => throw new InvalidOperationException("no more power");
        var thing = Core.Resource("corner_thing");
        await thing.ApplyAsync(Everything);
        Cloud.DuringCreate = _ => Task.CompletedTask;

        var plan = await thing.PlanAsync(Everything);
        var applied = await thing.ApplyAsync(plan);

        Assert.Equal(ChangeAction.Replace, plan.Action);
        Assert.False(applied.HasErrors);
        Assert.False(thing.Tainted);
        Assert.Equal(["thing-2"], Cloud.Things.Keys);
    }

    [Fact]
    public async Task Update_Throws_KeepsTheStateUntainted()
    {
        var thing = Core.Resource("corner_thing");
        await thing.ApplyAsync(Everything);
        Cloud.DuringUpdate = _ => throw new TimeoutException("too slow");

        var applied = await thing.ApplyAsync(Everything.With("name", "other"));

        Assert.True(applied.HasErrors);
        Assert.Equal("web", thing["name"]);
        Assert.False(thing.Tainted);
    }

    [Fact]
    public async Task Delete_Throws_KeepsTheState()
    {
        var thing = Core.Resource("corner_thing");
        await thing.ApplyAsync(Everything);
        var before = thing.Value;
        Cloud.DuringDelete = _ => throw new TimeoutException("too slow");

        var destroyed = await thing.DestroyAsync();

        Assert.True(destroyed.HasErrors);
        Assert.Equal(before, thing.Value);
    }

    [Fact]
    public async Task Replace_DeleteThrows_CreatesNothing()
    {
        var thing = Core.Resource("corner_thing");
        await thing.ApplyAsync(Everything);
        Cloud.DuringDelete = _ => throw new TimeoutException("too slow");

        var applied = await thing.ApplyAsync(Everything.With("region", "west"));

        Assert.True(applied.HasErrors);
        Assert.Equal("thing-1", thing["id"]);
        Assert.Single(Cloud.Things);
    }

    [Fact]
    public async Task Read_Throws_KeepsTheState()
    {
        var thing = Core.Resource("corner_thing");
        await thing.ApplyAsync(Everything);
        Cloud.DuringRead = _ => throw new TimeoutException("too slow");

        var refreshed = await thing.RefreshAsync();

        Assert.True(refreshed.HasErrors);
        Assert.Equal("thing-1", thing["id"]);
        Assert.True((await thing.PlanAsync(Everything)).HasErrors);
    }

    [Fact]
    public async Task Read_ObjectIsGone_PlansToCreateIt()
    {
        var thing = Core.Resource("corner_thing");
        await thing.ApplyAsync(Everything);
        Cloud.Things.Clear();

        var refreshed = await thing.RefreshAsync();

        Assert.Empty(refreshed);
        Assert.False(thing.Exists);
        Assert.Equal(ChangeAction.Create, (await thing.PlanAsync(Everything)).Action);
    }

    [Fact]
    public async Task Import_NothingThere_IsAnError()
    {
        var thing = Core.Resource("corner_thing");

        var imported = await thing.ImportAsync("nobody");

        Assert.Equal("Cannot import non-existent remote object", Assert.Single(imported).Summary);
        Assert.False(thing.Exists);
    }

    [Fact]
    public async Task Stop_DuringACreate_CancelsItAndKeepsWhatExists()
    {
        var begun = new TaskCompletionSource();
        Cloud.DuringCreate = async cancellationToken =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        };
        var thing = Core.Resource("corner_thing");

        var applying = thing.ApplyAsync(Everything);
        await begun.Task;
        await Core.StopAsync();
        var applied = await applying;

        Assert.Equal("Interrupted", Assert.Single(applied).Summary);
        Assert.Equal("thing-1", thing["id"]);
        Assert.False((await thing.DestroyAsync()).HasErrors);
    }

    [Fact]
    public async Task Stop_ACancellationThatThrows_IsAnsweredAllTheSame()
    {
        var begun = new TaskCompletionSource();
        Cloud.DuringCreate = async cancellationToken =>
        {
            await using var registration = cancellationToken.Register(() => throw new InvalidOperationException("while cancelling"));
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        };

        var applying = Core.Resource("corner_thing").ApplyAsync(Everything);
        await begun.Task;
        await Core.StopAsync();

        Assert.True((await applying).HasErrors);
    }
}
