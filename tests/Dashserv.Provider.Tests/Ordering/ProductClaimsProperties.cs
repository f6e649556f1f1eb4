using System.Globalization;
using CsCheck;
using Dashserv.Provider.Ordering.Placing;

namespace Dashserv.Provider.Tests.Ordering;

public sealed class ProductClaimsProperties
{
    [Fact]
    public void Claims_AnySequenceOfCalls_AreAsTheModelSays() =>
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 1], Gen.Int[0, 15]).Array[0, 60].Sample(
            calls =>
            {
                var model = new ProductClaimsModel();
                foreach (var (step, key, number) in calls)
                {
                    model.Do(step, key, number);
                }
            },
            iter: 20_000);

    /// <summary>Every order in which the steps of two orders that are alike can come.</summary>
    [Theory]
    [InlineData(AlikeOrderFate.Answered, AlikeOrderFate.Answered)]
    [InlineData(AlikeOrderFate.Answered, AlikeOrderFate.Lost)]
    [InlineData(AlikeOrderFate.Answered, AlikeOrderFate.LostWithoutEffect)]
    [InlineData(AlikeOrderFate.Lost, AlikeOrderFate.Lost)]
    [InlineData(AlikeOrderFate.Lost, AlikeOrderFate.LostWithoutEffect)]
    [InlineData(AlikeOrderFate.LostWithoutEffect, AlikeOrderFate.LostWithoutEffect)]
    public void Orders_EachInterleavingOfTwo_NeverOwnTheSame(AlikeOrderFate first, AlikeOrderFate second)
    {
        var count = 0;
        Explore(new Stack<int>(), () => new AlikeOrders(first, second), ref count);
        Assert.True(count > 50, $"Only {count} were tried.");
    }

    [Fact]
    public void Orders_AnyInterleavingOfThree_NeverOwnTheSame() =>
        Gen.Select(Gen.Enum<AlikeOrderFate>().Array[3], Gen.Int[0, 2].Array[60]).Sample(
            (fates, turns) =>
            {
                var orders = new AlikeOrders(fates);
                foreach (var turn in turns)
                {
                    orders.Step(turn);
                }

                orders.Finish();
            },
            iter: 20_000);

    /// <summary>Orders of which each may have become its own product and, by its second and size, some others'; and products of strangers.</summary>
    [Fact]
    public void Orders_AllLostAndListed_EachFindsOneAndNoneAStrangers() =>
        Gen.Select(Gen.Int[1, 4], Gen.Int[0, 2], Gen.Int[0, 63].Array[4]).Sample(
            (orders, strangers, mayBe) =>
            {
                var claims = new ProductClaims();
                var listed = Listed.Products(Enumerable.Range(0, orders + strangers).Select(i => $"{i}"));
                var searches = Enumerable.Range(0, orders)
                    .Select(order => claims.Search("web", p => p.Uuid == $"{order}" || (mayBe[order] & (1 << Array.IndexOf(listed, p))) != 0)).ToArray();
                var taken = searches.Select(s => claims.TryTake(s, listed, out var product) ? product! : null).ToArray();
                Assert.DoesNotContain(taken.OfType<string>(), product => int.Parse(product, CultureInfo.InvariantCulture) >= orders);
                if (strangers == 0)
                {
                    Assert.Equal(listed.Select(p => p.Uuid), taken.Order(StringComparer.Ordinal));
                }
            },
            iter: 20_000);

    private static void Explore(Stack<int> turns, Func<AlikeOrders> begin, ref int count)
    {
        var orders = begin();
        foreach (var turn in turns.Reverse())
        {
            orders.Step(turn);
        }

        var open = orders.Open.ToArray();
        if (open.Length == 0)
        {
            orders.Finish();
            count++;
            return;
        }

        foreach (var turn in open)
        {
            turns.Push(turn);
            Explore(turns, begin, ref count);
            turns.Pop();
        }
    }
}
