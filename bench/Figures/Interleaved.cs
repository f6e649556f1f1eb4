namespace Figures;

/// <summary>Runs two things in turn, A B A B …, so that whatever else the machine does falls on both.</summary>
internal static class Interleaved
{
    /// <summary>The medians of both, in the unit that they return.</summary>
    public static async Task<(double Ours, double Reference)> MediansAsync(int runs, Func<Task<double>> ours, Func<Task<double>> reference, bool warmUp = true)
    {
        List<double> first = [], second = [];

        if (warmUp)
        {
            // Once for nothing: caches fill, files are read from disk.
            await ours();
            await reference();
        }

        for (var i = 0; i < runs; i++)
        {
            first.Add(await ours());
            second.Add(await reference());
        }

        return (Median(first), Median(second));
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
