using Dashserv.Chaos.Judging;

namespace Dashserv.Chaos.Grid;

/// <summary>A call that an apply makes on its way from one configuration to another.</summary>
/// <param name="Name">The step.</param>
/// <param name="Match">Which requests it makes.</param>
/// <param name="Target">The configuration that is applied while the fault strikes.</param>
internal sealed record Step(string Name, FaultRule Match, Func<Infrastructure, string> Target)
{
    /// <summary>What is applied before, without a fault; null: nothing.</summary>
    public Func<Infrastructure, string>? Setup { get; init; }

    /// <summary>Whether it only asks.</summary>
    public bool IsRead => Match.Method == "GET" || Name == "quote";

    /// <summary>Whether it is the order itself: what is lost may be mistaken for a stranger's.</summary>
    public bool IsOrder => Name is "order" or "dedicated-order";

    /// <summary>Whether the apply that is struck orders.</summary>
    public bool IsOfOrdering => Setup is null;

    public bool IsDedicated => Name.StartsWith("dedicated", StringComparison.Ordinal);

    /// <summary>Whether every resource is gone at the end.</summary>
    public bool IsEnd => Name == "terminate";

    /// <summary>How many matching requests there surely are before anything fails, by the number of resources.</summary>
    public Func<int, int> Requests { get; init; } = count => count;

    /// <summary>How often it may take effect for each resource; null: as often as it likes.</summary>
    public int? MostEffects { get; init; }

    /// <summary>What is not as it was to be at the end.</summary>
    public Func<Aftermath, IEnumerable<string>> Problems { get; init; } = _ => [];
}
