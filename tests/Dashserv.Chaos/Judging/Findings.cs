namespace Dashserv.Chaos.Judging;

/// <summary>What is found in a cell while it runs.</summary>
internal sealed class Findings
{
    private readonly List<string> _violations = [];
    private readonly List<string> _apart = [];

    public IReadOnlyList<string> Violations => _violations;

    public IReadOnlyList<string> Apart => _apart;

    public void Violate(string what) => Add(_violations, what);

    public void Violate(IEnumerable<string> all) => all.ToList().ForEach(Violate);

    public void SetApart(string what) => Add(_apart, what);

    private static void Add(List<string> list, string what)
    {
        if (!list.Contains(what))
        {
            list.Add(what);
        }
    }
}
