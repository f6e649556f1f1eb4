using Dashserv.Provider.Ordering.Placing;

namespace Dashserv.Provider.Tests.Ordering;

public sealed class ProductClaimsTests
{
    private readonly ProductClaims _claims = new();

    [Fact]
    public void TryTake_OneFoundAndOneSearched_IsTakenOnce()
    {
        using var search = Search("web");
        Assert.Equal((true, "a"), Take(search, "a"));
        Assert.True(_claims.IsClaimed("a"));
        Assert.Equal((true, null), Take(search, "a"));
    }

    [Fact]
    public void TryTake_ClaimedByAnOrder_IsNotFree()
    {
        using var search = Search("web");
        _claims.Claim("a");
        Assert.Equal((true, null), Take(search, "a"));
        Assert.Equal((true, "b"), Take(search, "a", "b"));
    }

    [Fact]
    public void TryTake_OrderOfTheKeyIsExpected_WaitsUntilThatIsOver()
    {
        using var search = Search("web");
        var (first, second) = (_claims.Expect("web"), _claims.Expect("web"));
        Assert.Equal((true, null), Take(search, "a"));
        first.Dispose();
        first.Dispose();
        Assert.Equal((true, null), Take(search, "a"));
        second.Dispose();
        Assert.Equal((true, "a"), Take(search, "a"));
    }

    [Fact]
    public void TryTake_OrderOfAnotherKeyIsExpected_DoesNotWait()
    {
        using var search = Search("web");
        using var other = _claims.Expect("db");
        Assert.Equal((true, "a"), Take(search, "a"));
    }

    [Fact]
    public void TryTake_MoreFreeThanSearched_TakesNone()
    {
        using var search = Search("web");
        using var other = Search("db");
        Assert.Equal((false, null), Take(search, "a", "b"));
        Assert.Equal((false, false), (_claims.IsClaimed("a"), _claims.IsClaimed("b")));
        using var second = Search("web");
        Assert.Equal((true, "a"), Take(search, "a", "b"));
        Assert.Equal((true, "b"), Take(second, "a", "b"));
    }

    [Fact]
    public void TryTake_SearchIsOver_DoesNotCount()
    {
        using var search = Search("web");
        var over = Search("web");
        over.Dispose();
        over.Dispose();
        Assert.Equal((false, null), Take(search, "a", "b"));
    }

    [Fact]
    public void TryTake_ManyThreads_NoneIsTakenTwice()
    {
        string[] products = [.. Enumerable.Range(0, 200).Select(i => $"p{i}")];
        var searches = products.Select(_ => Search("web")).ToArray();
        var taken = searches.AsParallel().WithDegreeOfParallelism(8).Select(s => Take(s, products).Taken).ToArray();
        Assert.Equal(products.Order(), taken.Order());
    }

    /// <summary>Two orders of other seconds or sizes: what the other may not have become cannot make room for a stranger's.</summary>
    [Fact]
    public void TryTake_OtherSearchMayNotBeThese_DoesNotCount()
    {
        using var search = Search("web", "own", "stranger");
        using var other = Search("web", "other");
        Assert.Equal((false, null), Take(search, "own", "stranger", "other"));
        Assert.Equal((true, "other"), Take(other, "own", "stranger", "other"));
    }

    [Fact]
    public void TryTake_StrangersMayBeAnOverlappingSearchs_TakesNone()
    {
        using var search = Search("web", "a", "b");
        using var overlapping = Search("web", "b", "c", "d");
        Assert.Equal((false, null), Take(search, "a", "b", "c", "d"));
        Assert.Equal((true, "a"), Take(search, "a", "b"));
    }

    [Fact]
    public void TryTake_NoneMayBeIt_Waits()
    {
        using var search = Search("web", "own");
        Assert.Equal((true, null), Take(search, "a", "b", "c"));
    }

    private LostSearch Search(string key, params string[] mayBe) => _claims.Search(key, p => mayBe.Length == 0 || mayBe.Contains(p.Uuid));

    private (bool CanWait, string? Taken) Take(LostSearch search, params string[] listed) =>
        (_claims.TryTake(search, Listed.Products(listed), out var taken), taken);
}
