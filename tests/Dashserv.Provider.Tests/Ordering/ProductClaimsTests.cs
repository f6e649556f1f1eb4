using Dashserv.Provider.Ordering.Placing;

namespace Dashserv.Provider.Tests.Ordering;

public sealed class ProductClaimsTests
{
    private readonly ProductClaims _claims = new();

    [Fact]
    public void TryTake_OneFoundAndOneSearched_IsTakenOnce()
    {
        using var search = _claims.Search("web");
        Assert.Equal((true, "a"), Take("web", "a"));
        Assert.True(_claims.IsClaimed("a"));
        Assert.Equal((true, null), Take("web", "a"));
    }

    [Fact]
    public void TryTake_ClaimedByAnOrder_IsNotFree()
    {
        using var search = _claims.Search("web");
        _claims.Claim("a");
        Assert.Equal((true, null), Take("web", "a"));
        Assert.Equal((true, "b"), Take("web", "a", "b"));
    }

    [Fact]
    public void TryTake_OrderOfTheKeyIsExpected_WaitsUntilThatIsOver()
    {
        using var search = _claims.Search("web");
        var (first, second) = (_claims.Expect("web"), _claims.Expect("web"));
        Assert.Equal((true, null), Take("web", "a"));
        first.Dispose();
        first.Dispose();
        Assert.Equal((true, null), Take("web", "a"));
        second.Dispose();
        Assert.Equal((true, "a"), Take("web", "a"));
    }

    [Fact]
    public void TryTake_OrderOfAnotherKeyIsExpected_DoesNotWait()
    {
        using var search = _claims.Search("web");
        using var other = _claims.Expect("db");
        Assert.Equal((true, "a"), Take("web", "a"));
    }

    [Fact]
    public void TryTake_MoreFreeThanSearched_TakesNone()
    {
        using var search = _claims.Search("web");
        using var other = _claims.Search("db");
        Assert.Equal((false, null), Take("web", "a", "b"));
        Assert.Equal((false, false), (_claims.IsClaimed("a"), _claims.IsClaimed("b")));
        using var second = _claims.Search("web");
        Assert.Equal((true, "a"), Take("web", "a", "b"));
        Assert.Equal((true, "b"), Take("web", "a", "b"));
    }

    [Fact]
    public void TryTake_SearchIsOver_DoesNotCount()
    {
        using var search = _claims.Search("web");
        var over = _claims.Search("web");
        over.Dispose();
        over.Dispose();
        Assert.Equal((false, null), Take("web", "a", "b"));
    }

    [Fact]
    public void TryTake_ManyThreads_NoneIsTakenTwice()
    {
        string[] products = [.. Enumerable.Range(0, 200).Select(i => $"p{i}")];
        using var marks = new Marks(_claims, products.Length);
        var taken = products.AsParallel().WithDegreeOfParallelism(8).Select(_ => Take("web", products).Taken).ToArray();
        Assert.Equal(products.Order(), taken.Order());
    }

    private (bool CanWait, string? Taken) Take(string key, params string[] found) => (_claims.TryTake(key, found, out var taken), taken);

    /// <summary>So many searches.</summary>
    private sealed class Marks(ProductClaims claims, int count) : IDisposable
    {
        private readonly IDisposable[] _marks = [.. Enumerable.Range(0, count).Select(_ => claims.Search("web"))];

        public void Dispose() => Array.ForEach(_marks, m => m.Dispose());
    }
}
