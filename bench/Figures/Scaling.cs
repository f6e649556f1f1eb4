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
        var (before, last) = (Excess(_sizes[^2]), Excess(_sizes[^1]));
        var isFlat = last <= 1.5 * before && _sizes.TrueForAll(s => s.Calls <= 10);
        yield return new Figure(
            $"cost per resource, flat from {_sizes[^2].Count:N0} to {_sizes[^1].Count:N0}",
            $"{last:0.00} ms over terraform_data",
            $"{before:0.00} ms",
            last / before,
            "<= 1.5 x, <= 10 calls",
            isFlat);
    }

    private double Excess((int Count, double Ours, double Reference, int Calls, double? Cpu) size) =>
        ((size.Ours - one.Ours) - (size.Reference - one.Reference)) / size.Count;
}
