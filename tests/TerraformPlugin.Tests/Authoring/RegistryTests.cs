using System.Collections.Concurrent;
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
    public void Get_FromManyThreads_MakesOneInstance()
    {
        var made = 0;
        var instances = new ConcurrentBag<Resource>();
        var threads = Enumerable.Range(0, 4).Select(_ => new Thread(() => instances.Add(_registry["corner_a"]))).ToList();
        _registry.Add("corner_a", () =>
        {
            var instance = Make(ref made);
            var self = Thread.CurrentThread;

            // Until each of the others waits for this one, or makes one of its own.
            SpinWait.SpinUntil(
                () => Volatile.Read(ref made) > 1 || threads.TrueForAll(t => t == self || t.ThreadState.HasFlag(ThreadState.WaitSleepJoin)),
                TimeSpan.FromMinutes(1));
            return instance;
        });

        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());

        Assert.Equal((1, 4, 1), (made, instances.Count, instances.Distinct().Count()));
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
