namespace Figures;

/// <summary>What one more resource costs in a plan with nothing to do, at growing numbers of them.</summary>
/// <param name="one">What a plan of one takes, ours and the reference, in ms: start-up, which is no cost per resource.</param>
internal sealed class Scaling((double Ours, double Reference) one)
{
    private readonly List<(int Count, double Ours, double Reference, int Calls, double? Cpu)> _sizes = [];

    public void Add(int count, double ours, double reference, int calls, double? cpuSeconds) => _sizes.Add((count, ours, reference, calls, cpuSeconds));

    public IEnumerable<Figure> Figures()
    {
        foreach (var (count, ours, reference, calls, cpu) in _sizes)
        {
            var (each, referenceEach) = ((ours - one.Ours) / (count - 1), (reference - one.Reference) / (count - 1));
            yield return new Figure(
                $"cost per resource at {count:N0}",
                $"{each:0.00} ms, {calls} calls in all",
                $"{referenceEach:0.00} ms per terraform_data",
                ours / reference,
                cpu is null ? "" : $"(provider's own CPU {cpu:0.00} s)",
                null);
        }

        // Terraform's own cost grows faster than the number of resources; what is ours is how much longer it takes with us than without.
        var (large, larger) = (Excess(1_000), Excess(10_000));
        var isFlat = larger <= 1.5 * large && _sizes.TrueForAll(s => s.Calls <= 10);
        yield return new Figure(
            "cost per resource, flat 1,000 to 10,000", $"{larger:0.00} ms more than terraform_data", $"{large:0.00} ms more at 1,000", larger / large, "<= 1.5 x, <= 10 calls", isFlat);
    }

    private double Excess(int count)
    {
        var size = _sizes.Single(s => s.Count == count);
        return ((size.Ours - one.Ours) - (size.Reference - one.Reference)) / count;
    }
}
