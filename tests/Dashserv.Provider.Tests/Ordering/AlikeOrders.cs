using Dashserv.Provider.Ordering.Placing;

namespace Dashserv.Provider.Tests.Ordering;

/// <summary>Orders of one process whose products nothing tells apart, each one step at a time: expect, send, and then be told of the product or search for
/// it.</summary>
internal sealed class AlikeOrders
{
    private const string Key = "web";
    private const int Looks = 2;

    private readonly ProductClaims _claims = new();
    private readonly List<string> _products = [];
    private readonly string?[] _owned;
    private readonly AlikeOrderFate[] _fates;
    private readonly IEnumerator<bool>[] _steps;
    private readonly bool[] _isOver;

    public AlikeOrders(params AlikeOrderFate[] fates)
    {
        _fates = fates;
        (_owned, _isOver) = (new string?[fates.Length], new bool[fates.Length]);
        _steps = [.. fates.Select((fate, i) => (fate == AlikeOrderFate.Answered ? Answered(i) : Lost(i)).GetEnumerator())];
    }

    /// <summary>The orders that have steps left.</summary>
    public IEnumerable<int> Open => Enumerable.Range(0, _steps.Length).Where(i => !_isOver[i]);

    public void Step(int order)
    {
        _isOver[order] = _isOver[order] || !_steps[order].MoveNext();
        var owned = _owned.OfType<string>().ToArray();
        Assert.Equal(owned.Distinct(), owned);
    }

    /// <summary>Lets all of them come to their end. Who was told of a product has it; who searched alone for what there is has it too.</summary>
    public void Finish()
    {
        while (Open.Any())
        {
            Step(Open.First());
        }

        for (var i = 0; i < _fates.Length; i++)
        {
            if (_fates[i] == AlikeOrderFate.Answered)
            {
                Assert.Equal($"product of {i}", _owned[i]);
            }
        }

        if (_fates.Count(f => f != AlikeOrderFate.Answered) == 1)
        {
            var lost = Array.FindIndex(_fates, f => f != AlikeOrderFate.Answered);
            Assert.True(_owned[lost] is null || (_owned[lost] == $"product of {lost}" && _fates[lost] == AlikeOrderFate.Lost), $"{lost} took {_owned[lost]}");
        }
    }

    private IEnumerable<bool> Answered(int order)
    {
        using var expected = _claims.Expect(Key);
        yield return true;
        _products.Add($"product of {order}");
        yield return true;
        _claims.Claim($"product of {order}");
        _owned[order] = $"product of {order}";
        yield return true;
    }

    private IEnumerable<bool> Lost(int order)
    {
        var expected = _claims.Expect(Key);
        yield return true;
        if (_fates[order] == AlikeOrderFate.Lost)
        {
            _products.Add($"product of {order}");
        }

        yield return true;
        using var searched = _claims.Search(Key, _ => true);
        expected.Dispose();
        for (var look = 0; look < Looks && _owned[order] is null; look++)
        {
            var found = Listed.Products(_products);
            yield return true;
            if (!_claims.TryTake(searched, found, out _owned[order]))
            {
                yield break;
            }

            yield return true;
        }
    }
}
