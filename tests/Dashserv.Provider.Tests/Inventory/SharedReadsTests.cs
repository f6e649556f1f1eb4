using Dashserv.Api;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Dashserv.Provider.Tests.Inventory;

public sealed class SharedReadsTests
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new();
    private readonly Shelf _shelf = new();
    private readonly SharedReads<Thing> _reads;

    public SharedReadsTests()
    {
        _reads = new SharedReads<Thing>(_time, t => t.Id, _shelf.GetOneAsync, _shelf.GetAllAsync);
        Array.ForEach(["a", "b", "c", "d", "e", "f"], id => _shelf.Put(id));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FindAsync_FirstThree_AskForSingleOnesAndAllThatFollowShareAList()
    {
        foreach (var id in (string[])["a", "b", "c"])
        {
            Assert.Equal(id, (await _reads.FindAsync(id, Cancellation))?.Id);
        }

        Assert.Equal((3, 0), (_shelf.Singles, _shelf.Lists));
        foreach (var id in (string[])["d", "e", "f", "a"])
        {
            Assert.Equal(id, (await _reads.FindAsync(id, Cancellation))?.Id);
        }

        Assert.Equal((3, 1), (_shelf.Singles, _shelf.Lists));
    }

    [Fact]
    public void FindAsync_ManyAtOnce_WaitForOneList() => Stepper.Run(stepper =>
    {
        stepper.Finish(BeyondTheFirstAsync());
        _shelf.Holds = true;
        Task<Thing?>[] finding = [.. "abcdef".Select(id => _reads.FindAsync($"{id}", Cancellation))];
        var listing = _reads.ListAsync(Cancellation);
        stepper.Settle();
        _shelf.Answer();
        Assert.Equal(["a", "b", "c", "d", "e", "f"], finding.Select(f => stepper.Finish(f)!.Id));
        Assert.Equal((6, 1), (stepper.Finish(listing).Count, _shelf.Lists));
    });

    [Fact]
    public async Task FindAsync_ManyThreadsAtOnce_AskForThreeSingleOnesAndOneList()
    {
        var (singles, lists) = (0, 0);
        var reads = new SharedReads<Thing>(
            _time,
            t => t.Id,
            (id, _) => Task.FromResult<Thing?>(new Thing(id, Interlocked.Increment(ref singles))),
            _ => Task.FromResult<List<Thing>>([new Thing("a", Interlocked.Increment(ref lists))]));
        var found = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => reads.FindAsync("a", Cancellation), Cancellation)));
        Assert.All(found, thing => Assert.Equal("a", thing?.Id));
        Assert.Equal((3, 1), (singles, lists));
    }

    [Fact]
    public async Task FindAsync_WithinTheListsLife_IsServedByItAndAfterItAsksAnew()
    {
        await BeyondTheFirstAsync();
        await _reads.FindAsync("a", Cancellation);
        _shelf.Change("a");
        _time.Advance(Life);
        Assert.Equal((0, 1), ((await _reads.FindAsync("a", Cancellation))?.Version, _shelf.Lists));
        _time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal((1, 2), ((await _reads.FindAsync("a", Cancellation))?.Version, _shelf.Lists));
    }

    [Fact]
    public async Task ListAsync_WithinTheListsLife_IsServedByItAndAfterItAsksAnew()
    {
        await _reads.ListAsync(Cancellation);
        _shelf.Put("g");
        _time.Advance(Life);
        Assert.Equal((6, 1), ((await _reads.ListAsync(Cancellation)).Count, _shelf.Lists));
        _time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal((7, 2), ((await _reads.ListAsync(Cancellation)).Count, _shelf.Lists));
    }

    [Fact]
    public void FindAsync_ListThatTookLong_LivesFromWhenItWasAskedFor() => Stepper.Run(stepper =>
    {
        stepper.Finish(BeyondTheFirstAsync());
        _shelf.Holds = true;
        var finding = _reads.FindAsync("a", Cancellation);
        stepper.Settle();
        _time.Advance(Life);
        _shelf.Holds = false;
        _shelf.Answer();
        stepper.Finish(finding);
        _time.Advance(TimeSpan.FromTicks(1));
        stepper.Finish(_reads.FindAsync("a", Cancellation));
        Assert.Equal(2, _shelf.Lists);
    });

    [Fact]
    public async Task FindAsync_MissingInTheList_IsAskedForByItselfBeforeItIsBelievedGone()
    {
        var asked = await BeyondTheFirstAsync();
        _shelf.Unlisted.UnionWith(["a", "b"]);
        Assert.Equal("a", (await _reads.FindAsync("a", Cancellation))?.Id);
        Assert.Equal(asked + 1, _shelf.Singles);
        _shelf.Remove("b");
        Assert.Null(await _reads.FindAsync("b", Cancellation));
        Assert.Equal((asked + 2, 1), (_shelf.Singles, _shelf.Lists));
    }

    [Theory]
    [InlineData(ApiErrorKind.InvalidRoute)]
    [InlineData(ApiErrorKind.OutcomeUnknown)]
    [InlineData(ApiErrorKind.Unauthenticated)]
    public async Task FindAsync_MissingInTheListAndCannotBeAskedFor_IsNotBelievedGone(ApiErrorKind kind)
    {
        await BeyondTheFirstAsync();
        _shelf.Unlisted.UnionWith(["a", "b"]);
        await _reads.ListAsync(Cancellation);
        _shelf.Failure = TestFailure.Of(kind);
        Assert.Equal(kind, (await Assert.ThrowsAsync<ApiException>(() => _reads.FindAsync("a", Cancellation))).Kind);
    }

    [Fact]
    public async Task FindAsync_TheListItselfIsGone_AsksForTheOne()
    {
        await BeyondTheFirstAsync();
        _shelf.Failure = TestFailure.Of(ApiErrorKind.Gone);
        Assert.Null(await _reads.FindAsync("a", Cancellation));
        await Assert.ThrowsAsync<ApiException>(() => _reads.ListAsync(Cancellation));
    }

    [Fact]
    public void FindAsync_TheListFails_IsToldToAllWhoWaitAndNotKept() => Stepper.Run(stepper =>
    {
        stepper.Finish(BeyondTheFirstAsync());
        (_shelf.Holds, _shelf.Failure) = (true, TestFailure.Of(ApiErrorKind.OutcomeUnknown));
        Task[] finding = [_reads.FindAsync("a", Cancellation), _reads.FindAsync("b", Cancellation), _reads.ListAsync(Cancellation)];
        stepper.Settle();
        (_shelf.Holds, _shelf.Failure) = (false, null);
        _shelf.Answer();
        Assert.All(finding, f => Assert.Equal(ApiErrorKind.OutcomeUnknown, stepper.Fail<ApiException>(f).Kind));
        Assert.Equal(("a", 2), (stepper.Finish(_reads.FindAsync("a", Cancellation))?.Id, _shelf.Lists));
    });

    [Fact]
    public void FindAsync_OneCallerGivesUp_TheOthersGetTheList() => Stepper.Run(stepper =>
    {
        stepper.Finish(BeyondTheFirstAsync());
        _shelf.Holds = true;
        using var givesUp = new CancellationTokenSource();
        var (first, second) = (_reads.FindAsync("a", givesUp.Token), _reads.FindAsync("b", Cancellation));
        stepper.Settle();
        givesUp.Cancel();
        stepper.Fail<OperationCanceledException>(first);
        Assert.False(second.IsCompleted);
        _shelf.Answer();
        Assert.Equal(("b", "c", 1), (stepper.Finish(second)?.Id, stepper.Finish(_reads.FindAsync("c", Cancellation))?.Id, _shelf.Lists));
        Assert.False(_shelf.ListsCanBeCancelled);
    });

    [Fact]
    public async Task Touch_OfOne_EndsTheListsLifeForItAndForNoOther()
    {
        await BeyondTheFirstAsync();
        await _reads.FindAsync("a", Cancellation);
        _shelf.Change("a");
        _reads.Touch("a");
        await _reads.FindAsync("b", Cancellation);
        Assert.Equal(1, _shelf.Lists);
        Assert.Equal(1, (await _reads.FindAsync("a", Cancellation))?.Version);
        Assert.Equal(2, _shelf.Lists);
        await _reads.FindAsync("a", Cancellation);
        Assert.Equal(2, _shelf.Lists);
    }

    [Fact]
    public async Task Touch_OfOne_EndsTheListsLifeForWhoeverWantsAll()
    {
        await _reads.ListAsync(Cancellation);
        _shelf.Change("a");
        _reads.Touch("a");
        Assert.Contains(new Thing("a", 1), await _reads.ListAsync(Cancellation));
        Assert.Equal(2, _shelf.Lists);
    }

    [Fact]
    public async Task TouchAll_EndsTheListsLifeForEach()
    {
        await BeyondTheFirstAsync();
        await _reads.FindAsync("a", Cancellation);
        _shelf.Remove("b");
        _reads.TouchAll();
        Assert.Null(await _reads.FindAsync("b", Cancellation));
        Assert.Equal(2, _shelf.Lists);
    }

    [Fact]
    public void FindAsync_ListWasAskedForBeforeTheWriteWasOver_IsNotServedByIt() => Stepper.Run(stepper =>
    {
        stepper.Finish(BeyondTheFirstAsync());
        _shelf.Holds = true;
        _reads.Touch("a");
        var during = _reads.FindAsync("a", Cancellation);
        stepper.Settle();
        _shelf.Change("a");
        _reads.Touch("a");
        _shelf.Holds = false;
        Assert.Equal((1, 2), (stepper.Finish(_reads.FindAsync("a", Cancellation))?.Version, _shelf.Lists));
        _shelf.Answer();
        Assert.Equal(0, stepper.Finish(during)?.Version);
        Assert.Equal(1, stepper.Finish(_reads.FindAsync("a", Cancellation))?.Version);
    });

    [Fact]
    public async Task FreshReads_AlwaysAsk()
    {
        await _reads.ListAsync(Cancellation);
        _shelf.Change("a");
        Assert.Equal(1, (await _reads.FindFreshAsync("a", Cancellation))?.Version);
        Assert.Contains(new Thing("a", 1), await _reads.ListFreshAsync(Cancellation));
        _shelf.Remove("a");
        Assert.Null(await _reads.FindFreshAsync("a", Cancellation));
        Assert.Equal((2, 3), (_shelf.Singles, _shelf.Lists));
    }

    private async Task<int> BeyondTheFirstAsync()
    {
        for (var i = 0; i < 3; i++)
        {
            await _reads.FindAsync("f", Cancellation);
        }

        return _shelf.Singles;
    }
}
