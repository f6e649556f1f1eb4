using System.Globalization;
using Dashserv.Chaos.Grid;

namespace Dashserv.Chaos;

/// <summary>The command line.</summary>
internal sealed record ChaosOptions
{
    public const string Usage = """
        dashserv-chaos: breaks what can break, at every step of an apply, and counts who pays for what in the end.

          --seed N             what is left to chance: which request is struck, how often, for how long (default: another each time)
          --cells N            so many cells, chosen by the seed (default: all)
          --steps A,B,…        only these; a * at the end is anything
          --faults A,B,…       the same for the faults
          --counts 1,20        with so many resources
          --journals kept,lostwarn,lostadopt   what becomes of the order journal
          --parallel N         so many cells at once (default: three for each processor)
          --list               prints the cells, and runs none
        """;

    public int Seed { get; private set; } = Environment.TickCount & 0xFFFFFF;

    public int? Cells { get; private set; }

    public int Parallel { get; private set; } = 3 * Environment.ProcessorCount;

    public bool ListsOnly { get; private set; }

    private string[] Steps { get; set; } = ["*"];

    private string[] Faults { get; set; } = ["*"];

    private string[] Counts { get; set; } = ["*"];

    private string[] Journals { get; set; } = ["*"];

    /// <exception cref="FormatException">Something is wrong with it.</exception>
    public static ChaosOptions Parse(IReadOnlyList<string> args)
    {
        var options = new ChaosOptions();
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--list")
            {
                options.ListsOnly = true;
                continue;
            }

            options.Set(args[i], ++i < args.Count ? args[i] : throw new FormatException($"{args[i - 1]} needs a value, or is unknown."));
        }

        return options;
    }

    /// <summary>The cells that are asked for, in a random order: what a run that is broken off has seen is a sample of all.</summary>
    public IReadOnlyList<Cell> Choose(CellGrid grid) => grid.Sample(Seed, Cells ?? int.MaxValue, IsAskedFor);

    private void Set(string name, string value)
    {
        switch (name)
        {
            case "--seed":
                Seed = Number(value);
                break;
            case "--cells":
                Cells = Number(value);
                break;
            case "--parallel":
                Parallel = Number(value);
                break;
            case "--steps":
                Steps = value.Split(',');
                break;
            case "--faults":
                Faults = value.Split(',');
                break;
            case "--counts":
                Counts = value.Split(',');
                break;
            case "--journals":
                Journals = value.Split(',');
                break;
            default:
                throw new FormatException($"There is no option {name}.");
        }
    }

    private bool IsAskedFor(Cell cell) =>
        Names(Steps, cell.Step.Name) && Names(Faults, cell.Fault.Name) && Names(Counts, $"{cell.Count}") && Names(Journals, $"{cell.Journal}");

    private static bool Names(string[] patterns, string name) => patterns.Any(p =>
        p.EndsWith('*') ? name.StartsWith(p[..^1], StringComparison.OrdinalIgnoreCase) : name.Equals(p, StringComparison.OrdinalIgnoreCase));

    private static int Number(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException($"\"{value}\" is no number.");
}
