namespace Dashserv.Simulator.Faults;

/// <summary>The rules in force, in order; the first that strikes decides.</summary>
public sealed class FaultScript
{
    private readonly Lock _gate = new();
    private readonly List<Entry> _entries = [];
    private TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<FaultRule> Rules
    {
        get
        {
            lock (_gate)
            {
                return [.. _entries.Select(e => e.Rule)];
            }
        }
    }

    /// <summary>How many requests were struck so far: a test's way to know that the fault is on its way.</summary>
    public int Hits { get; private set; }

    /// <summary>How many requests wait to be released now.</summary>
    public int Held { get; private set; }

    public void Add(params IEnumerable<FaultRule> rules)
    {
        lock (_gate)
        {
            _entries.AddRange(rules.Select(r => new Entry(r)));
        }
    }

    /// <summary>Ends all rules. What is held goes on.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
        }

        Release();
    }

    /// <summary>Lets go on what is held now; what comes after it is held again.</summary>
    public void Release()
    {
        lock (_gate)
        {
            _released.SetResult();
            _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Counts as held when this returns.</summary>
    internal async Task HoldAsync(CancellationToken cancellationToken)
    {
        Task released;
        lock (_gate)
        {
            Held++;
            released = _released.Task;
        }

        try
        {
            await released.WaitAsync(cancellationToken);
        }
        finally
        {
            lock (_gate)
            {
                Held--;
            }
        }
    }

    internal FaultRule? Match(string method, string path, IReadOnlyDictionary<string, string> fields)
    {
        lock (_gate)
        {
            foreach (var entry in _entries)
            {
                if (!Matches(entry.Rule, method, path, fields) || !entry.Strikes())
                {
                    continue;
                }

                Hits++;
                return entry.Rule;
            }

            return null;
        }
    }

    private static bool Matches(FaultRule rule, string method, string path, IReadOnlyDictionary<string, string> fields) =>
        (rule.Method is null || rule.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        && (rule.Path is null || Glob.Matches(rule.Path, path))
        && (rule.Body is null
            || rule.Body.All(f => fields.TryGetValue(f.Key, out var sent) ? f.Value is not null && Glob.Matches(f.Value, sent) : f.Value is null));

    private sealed class Entry(FaultRule rule)
    {
        private int _seen;

        public FaultRule Rule => rule;

        public bool Strikes()
        {
            _seen++;
            return _seen > rule.Skip && (rule.Times == 0 || _seen <= rule.Skip + rule.Times);
        }
    }
}
