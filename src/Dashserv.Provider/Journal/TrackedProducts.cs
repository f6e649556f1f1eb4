namespace Dashserv.Provider.Journal;

/// <summary>
/// The products that a state has. Terraform shows a process only those that it reads, plans or applies: what a plan was shown is written down beside the
/// journal, so that the apply, which is another process, knows it as well.
/// </summary>
/// <param name="place">Where the journal is; null: nothing outlives the process.</param>
/// <param name="run">This process.</param>
/// <param name="time">The clock.</param>
/// <param name="attempt">Does something with a file, whose failure is no reason to fail.</param>
internal sealed class TrackedProducts(JournalPlace? place, string run, TimeProvider time, Action<Action> attempt)
{
    /// <summary>Terraform shows what there is to show within moments of each other.</summary>
    private static readonly TimeSpan Calm = TimeSpan.FromMilliseconds(400);

    private readonly Lock _lock = new();
    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);
    private HashSet<string>? _earlier;
    private StreamWriter? _file;

    /// <summary>Whether a process has written down, of late, what the state has. Else an apply knows nothing of what it is not shown.</summary>
    public bool IsKnown => Earlier() is { Count: > 0 };

    /// <summary>A state has this product.</summary>
    public void Add(string product)
    {
        lock (_lock)
        {
            if (!_shown.Add(product))
            {
                return;
            }
        }

        Write(product);
    }

    /// <summary>Notes that a plan looks at the state, also where that has nothing.</summary>
    public void Begin() => Write("-");

    /// <summary>Whether this process was shown the product in a state, or one of the last day here.</summary>
    public bool Has(string product)
    {
        lock (_lock)
        {
            return _shown.Contains(product) || Earlier().Contains(product);
        }
    }

    /// <summary>Waits until nothing more is shown: a plan looks at all resources at once.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        for (var seen = -1; seen != Count;)
        {
            seen = Count;
            await Task.Delay(Calm, time, cancellationToken);
        }
    }

    private int Count
    {
        get
        {
            lock (_lock)
            {
                return _shown.Count;
            }
        }
    }

    private void Write(string line)
    {
        var earlier = Earlier();
        lock (_lock)
        {
            if (place is not null && earlier.Add(line))
            {
                attempt(() =>
                {
                    _file ??= place.Folders[0].OpenLines(FileOf(time.GetUtcNow(), run));
                    _file.WriteLine(line);
                    _file.Flush();
                });
            }
        }
    }

    private HashSet<string> Earlier()
    {
        lock (_lock)
        {
            if (_earlier is null)
            {
                _earlier = new(StringComparer.Ordinal);
                var now = time.GetUtcNow();
                foreach (var folder in place?.Folders ?? [])
                {
                    attempt(() => _earlier.UnionWith(folder.ReadLines(FileOf(now, "*"), FileOf(now.AddDays(-1), "*"), Prefix)));
                }
            }

            return _earlier;
        }
    }

    private string Prefix => $"tracked-{place!.ScopeDigest}-";

    private string FileOf(DateTimeOffset day, string of) => $"{Prefix}{day:yyyyMMdd}-{of}.txt";
}
