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
    private readonly List<(string Key, IDisposable Mark)> _searched = [];

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
                _searched.Add((Keys[key], _claims.Search(Keys[key])));
                break;
            case 2:
                End(_expected, number);
                break;
            case 3:
                End(_searched, number);
                break;
            case 4:
                _claims.Claim(Products[number % Products.Length]);
                _owned.Add(Products[number % Products.Length]);
                break;
            default:
                Take(Keys[key], [.. Products.Where((_, i) => (number & (1 << i)) != 0)]);
                break;
        }

        Assert.All(Products, p => Assert.Equal(_owned.Contains(p), _claims.IsClaimed(p)));
    }

    private static void End(List<(string Key, IDisposable Mark)> marks, int number)
    {
        if (marks.Count > 0)
        {
            marks[number % marks.Count].Mark.Dispose();
            marks.RemoveAt(number % marks.Count);
        }
    }

    private void Take(string key, string[] found)
    {
        string[] free = [.. found.Where(p => !_owned.Contains(p))];
        var (isExpected, searches) = (_expected.Exists(e => e.Key == key), _searched.Count(s => s.Key == key));
        var canWait = _claims.TryTake(key, found, out var taken);
        Assert.Equal(isExpected || free.Length <= searches, canWait);
        Assert.Equal(!isExpected && free.Length > 0 && free.Length <= searches, taken is not null);
        if (taken is not null)
        {
            Assert.Contains(taken, free);
            _owned.Add(taken);
        }
    }
}
