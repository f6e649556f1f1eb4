using Dashserv.Provider.Ordering.Placing;

namespace Dashserv.Provider.Tests.Ordering;

/// <summary>What claims are to be, said as plainly as can be, beside the claims themselves.</summary>
internal sealed class ProductClaimsModel
{
    private static readonly string[] Keys = ["web", "db"];
    private static readonly string[] Products = ["a", "b", "c", "d"];

    private readonly ProductClaims _claims = new();
    private readonly HashSet<string> _owned = [];
    private readonly List<(string Key, IDisposable Mark)> _expected = [];
    private readonly List<(LostSearch Search, string[] MayBe)> _searched = [];

    /// <summary>Does something to both, and compares what comes of it.</summary>
    /// <param name="step">Which of the calls.</param>
    /// <param name="key">Of which of two keys.</param>
    /// <param name="number">Which product or mark; for a search, which of the products were found, as bits.</param>
    public void Do(int step, int key, int number)
    {
        switch (step)
        {
            case 0:
                _expected.Add((Keys[key], _claims.Expect(Keys[key])));
                break;
            case 1:
                Begin(Keys[key], Among(number));
                break;
            case 2:
                End(_expected, e => e.Mark, number);
                break;
            case 3:
                End(_searched, s => s.Search, number);
                break;
            case 4:
                _claims.Claim(Products[number % Products.Length]);
                _owned.Add(Products[number % Products.Length]);
                break;
            default:
                Take(key, Among(number));
                break;
        }

        Assert.All(Products, p => Assert.Equal(_owned.Contains(p), _claims.IsClaimed(p)));
    }

    private static string[] Among(int bits) => [.. Products.Where((_, i) => (bits & (1 << i)) != 0)];

    private static void End<T>(List<T> marks, Func<T, IDisposable> markOf, int number)
    {
        if (marks.Count > 0)
        {
            markOf(marks[number % marks.Count]).Dispose();
            marks.RemoveAt(number % marks.Count);
        }
    }

    private void Begin(string key, string[] mayBe)
    {
        if (_searched.Count < 6)
        {
            _searched.Add((_claims.Search(key, p => mayBe.Contains(p.Uuid)), mayBe));
        }
    }

    private void Take(int which, string[] listed)
    {
        if (_searched.Count == 0)
        {
            return;
        }

        var (search, mayBe) = _searched[which % _searched.Count];
        string[] free = [.. listed.Where(p => !_owned.Contains(p))];
        var hasToWait = _expected.Exists(e => e.Key == search.Key) || !free.Any(mayBe.Contains);
        var canBeTold = CanBeTold(which % _searched.Count, free);
        var canWait = _claims.TryTake(search, Listed.Products(listed), out var taken);
        Assert.Equal(hasToWait || canBeTold, canWait);
        Assert.Equal(!hasToWait && canBeTold, taken is not null);
        if (taken is not null)
        {
            Assert.Contains(taken, free);
            Assert.Contains(taken, mayBe);
            _owned.Add(taken);
            _searched.RemoveAt(which % _searched.Count);
        }
    }

    // The fewest searches, with this one, that share no product with any other of the key: they must be at least as many as their products.
    private bool CanBeTold(int mine, string[] free)
    {
        var sets = Enumerable.Range(1, (1 << _searched.Count) - 1)
            .Where(set => (set & (1 << mine)) != 0)
            .Select(set => (Inside: Of(i => (set & (1 << i)) != 0), Outside: Of(i => (set & (1 << i)) == 0)))
            .Where(s => !Products(s.Inside).Intersect(Products(s.Outside)).Any());
        var smallest = sets.MinBy(s => s.Inside.Length).Inside;
        return Products(smallest).Length <= smallest.Length;

        (LostSearch Search, string[] MayBe)[] Of(Func<int, bool> isIn) =>
            [.. _searched.Where((s, i) => isIn(i) && s.Search.Key == _searched[mine].Search.Key)];

        string[] Products((LostSearch Search, string[] MayBe)[] of) => [.. free.Where(p => of.Any(s => s.MayBe.Contains(p)))];
    }
}
