using TerraformPlugin.Authoring;
using TerraformPlugin.Tests.Corner;

namespace TerraformPlugin.Tests.Authoring;

public sealed class RegistryTests
{
    private readonly Registry<Resource> _registry = new("kind of thing");

    [Fact]
    public void Get_AnyNumberOfTimes_MakesOneInstanceWhenFirstAsked()
    {
        var made = 0;
        _registry.Add("corner_a", () => Make(ref made));
        _registry.Add("corner_b", () => throw new InvalidOperationException("nobody asked for it"));
        Assert.Equal(0, made);

        var first = _registry["corner_a"];

        Assert.Same(first, _registry["corner_a"]);
        Assert.Equal(1, made);
    }

    [Fact]
    public async Task Get_FromManyThreads_MakesOneInstance()
    {
        var made = 0;
        using var together = new Barrier(8);
        _registry.Add("corner_a", () => Make(ref made));

        var instances = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            () =>
            {
                together.SignalAndWait();
                return _registry["corner_a"];
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        Assert.Single(instances.Distinct());
        Assert.Equal(1, made);
    }

    [Fact]
    public void Get_OfAnUnknownName_SaysTheKindInItsWords()
    {
        _registry.Add("corner_a", () => new CornerResource(new CornerCloud()));

        var e = Assert.Throws<UnknownTypeException>(() => _registry["corner_A"]);

        Assert.Equal("The provider has no kind of thing of type \"corner_A\".", e.Message);
    }

    [Fact]
    public void Add_TheSameNameAgain_IsRefused()
    {
        _registry.Add("corner_a", () => new CornerResource(new CornerCloud()));

        Assert.Throws<ArgumentException>(() => _registry.Add("corner_a", () => new CornerResource(new CornerCloud())));
        Assert.Equal(["corner_a"], _registry.TypeNames);
    }

    private static CornerResource Make(ref int made)
    {
        Interlocked.Increment(ref made);
        return new CornerResource(new CornerCloud());
    }
}
