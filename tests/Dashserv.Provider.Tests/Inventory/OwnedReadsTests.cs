using Dashserv.Api;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Tests.Operations;
using Dashserv.Provider.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Dashserv.Provider.Tests.Inventory;

public sealed class OwnedReadsTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Dictionary<string, Shelf> _shelves = new() { ["one"] = new Shelf(), ["two"] = new Shelf() };
    private readonly OwnedReads<Thing> _reads;

    public OwnedReadsTests()
    {
        _reads = new OwnedReads<Thing>(_time, t => t.Id, (owner, stop) => _shelves[owner].GetAllAsync(stop));
        Array.ForEach(["a", "b"], _shelves["one"].Put);
        _shelves["two"].Put("a");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Shelf One => _shelves["one"];

    [Fact]
    public async Task FindAsync_OfOneOwner_SharesAListFromTheFirstOn()
    {
        Assert.Equal(("a", "b"), ((await _reads.FindAsync("one", "a", Cancellation))?.Id, (await _reads.FindAsync("one", "b", Cancellation))?.Id));
        Assert.Equal((2, 1, 0), ((await _reads.ListAsync("one", Cancellation)).Count, One.Lists, _shelves["two"].Lists));
    }

    [Fact]
    public async Task FindAsync_OfAnotherOwner_IsAnotherThing()
    {
        _shelves["two"].Change("a");
        Assert.Equal((0, 1), ((await _reads.FindAsync("one", "a", Cancellation))?.Version, (await _reads.FindAsync("two", "a", Cancellation))?.Version));
        Assert.Null(await _reads.FindAsync("two", "b", Cancellation));
    }

    [Fact]
    public async Task FindAsync_AfterHalfAMinute_AsksAnew()
    {
        await _reads.FindAsync("one", "a", Cancellation);
        _time.Advance(TimeSpan.FromSeconds(30));
        await _reads.FindAsync("one", "a", Cancellation);
        Assert.Equal(1, One.Lists);
        _time.Advance(TimeSpan.FromTicks(1));
        await _reads.FindAsync("one", "a", Cancellation);
        Assert.Equal(2, One.Lists);
    }

    [Fact]
    public async Task FindAsync_MissingInTheList_IsLookedForOnceMore()
    {
        await _reads.ListAsync("one", Cancellation);
        One.Put("c");
        Assert.Equal("c", (await _reads.FindAsync("one", "c", Cancellation))?.Id);
        Assert.Null(await _reads.FindAsync("one", "d", Cancellation));
    }

    [Fact]
    public async Task FindAsync_OwnerIsGone_SoIsWhatItOwned()
    {
        One.Failure = TestFailure.Of(ApiErrorKind.Gone);
        Assert.Null(await _reads.FindAsync("one", "a", Cancellation));
        Assert.Equal(ApiErrorKind.Gone, (await Assert.ThrowsAsync<ApiException>(() => _reads.ListAsync("one", Cancellation))).Kind);
        Assert.Equal(ApiErrorKind.Gone, (await Assert.ThrowsAsync<ApiException>(() => _reads.ListFreshAsync("one", Cancellation))).Kind);
    }

    [Fact]
    public async Task FindAsync_ListFails_IsNotBelievedGone()
    {
        One.Failure = TestFailure.Of(ApiErrorKind.InvalidRoute);
        await Assert.ThrowsAsync<ApiException>(() => _reads.FindAsync("one", "a", Cancellation));
    }

    [Fact]
    public async Task Touch_EndsTheListOfThatOwnerAndOfNoOther()
    {
        await _reads.ListAsync("one", Cancellation);
        await _reads.ListAsync("two", Cancellation);
        One.Remove("b");
        _reads.Touch("one");
        Assert.Null(await _reads.FindAsync("one", "b", Cancellation));
        await _reads.FindAsync("two", "a", Cancellation);
        Assert.Equal(1, _shelves["two"].Lists);
    }

    [Fact]
    public void WasMade_IsTrueOfWhatWasNotedForThatOwner()
    {
        _reads.NoteMade("one", "a");
        Assert.Equal((true, false, false), (_reads.WasMade("one", "a"), _reads.WasMade("one", "b"), _reads.WasMade("two", "a")));
    }

    [Fact]
    public async Task DeleteAsync_Deleted_IsNotFoundInAListOfBefore()
    {
        await _reads.ListAsync("one", Cancellation);
        await DeleteAsync(() => SendAsync());
        Assert.Null(await _reads.FindAsync("one", "a", Cancellation));
    }

    [Fact]
    public async Task DeleteAsync_ListWasAskedForMeanwhile_IsNotServedByIt()
    {
        var (begun, sent) = (new TaskCompletionSource(), new TaskCompletionSource());
        var deleting = DeleteAsync(() => BeginAsync(begun, sent));
        await begun.Task;
        Assert.Equal(2, (await _reads.ListAsync("one", Cancellation)).Count);
        One.Remove("a");
        sent.SetResult();
        await deleting;
        Assert.Null(await _reads.FindAsync("one", "a", Cancellation));
    }

    [Fact]
    public async Task DeleteAsync_GoneAlready_IsDeleted()
    {
        await DeleteAsync(() => throw TestFailure.Of(ApiErrorKind.Gone));
        Assert.Equal(0, One.Lists);
    }

    [Fact]
    public async Task DeleteAsync_AnswerIsLostAndItIsGone_IsDeleted() =>
        await DeleteAsync(() => SendAsync(TestFailure.Of(ApiErrorKind.OutcomeUnknown, mayHaveHadEffect: true)));

    [Fact]
    public async Task DeleteAsync_AnswerIsLostAndAListOfMeanwhileHasIt_AsksForANewOne()
    {
        var (begun, sent) = (new TaskCompletionSource(), new TaskCompletionSource());
        var deleting = DeleteAsync(() => BeginAsync(begun, sent));
        await begun.Task;
        Assert.Equal(2, (await _reads.ListAsync("one", Cancellation)).Count);
        One.Remove("a");
        sent.SetException(TestFailure.Of(ApiErrorKind.OutcomeUnknown, mayHaveHadEffect: true));
        await deleting;
        Assert.Null(await _reads.FindAsync("one", "a", Cancellation));
    }

    [Fact]
    public async Task DeleteAsync_AnswerIsLostWithTheOwner_IsDeleted()
    {
        One.Failure = TestFailure.Of(ApiErrorKind.Gone);
        await DeleteAsync(() => SendAsync(TestFailure.Of(ApiErrorKind.OutcomeUnknown, mayHaveHadEffect: true)));
    }

    [Fact]
    public async Task DeleteAsync_AnswerIsLostAndItIsStillThere_Fails()
    {
        await _reads.ListAsync("one", Cancellation);
        var lost = TestFailure.Of(ApiErrorKind.OutcomeUnknown, mayHaveHadEffect: true);
        Assert.Same(lost, (await Assert.ThrowsAsync<ProblemException>(() => DeleteAsync(() => throw lost))).InnerException);
    }

    [Fact]
    public async Task DeleteAsync_AnswerIsLostAndSoIsTheList_FailsWithTheFirst()
    {
        var lost = TestFailure.Of(ApiErrorKind.OutcomeUnknown, mayHaveHadEffect: true);
        One.Failure = TestFailure.Of(ApiErrorKind.Unreachable);
        Assert.Same(lost, (await Assert.ThrowsAsync<ProblemException>(() => DeleteAsync(() => throw lost))).InnerException);
    }

    [Fact]
    public async Task DeleteAsync_Refused_FailsWithoutALook()
    {
        var refused = TestFailure.Of(ApiErrorKind.Rejected);
        Assert.Same(refused, (await Assert.ThrowsAsync<ProblemException>(() => DeleteAsync(() => throw refused))).InnerException);
        Assert.Equal(0, One.Lists);
    }

    private static Task BeginAsync(TaskCompletionSource begun, TaskCompletionSource sent)
    {
        begun.SetResult();
        return sent.Task;
    }

    private async Task DeleteAsync(Func<Task> send)
    {
        using var bench = new OperationBench();
        await bench.Runner.RunAsync(new ThingDeletion(_reads, "one", "a", send));
    }

    private Task SendAsync(ApiException? failure = null)
    {
        One.Remove("a");
        return failure is null ? Task.CompletedTask : Task.FromException(failure);
    }
}
