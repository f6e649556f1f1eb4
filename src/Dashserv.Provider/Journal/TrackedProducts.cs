using System.Globalization;

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

    private const string Beginning = "tracked-";
    private const string Nothing = "-";
    private const char Protected = '!';
    private const char Unprotected = '?';
    private const string DayFormat = "yyyyMMdd";

    private readonly Lock _lock = new();
    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);
    private HashSet<string>? _earlier;
    private readonly Dictionary<string, bool> _protected = new(StringComparer.Ordinal);
    private HashSet<string> _written = [];
    private StreamWriter? _file;
    private bool _cannotWrite;
    private bool _wasPlanned;

    /// <summary>Whether a process before this one has written down, of late, what the state has. Else an apply knows nothing of what it is not shown.</summary>
    public bool IsKnown
    {
        get
        {
            lock (_lock)
            {
                _ = Earlier();
                return _wasPlanned;
            }
        }
    }

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
    public void Begin() => Write(Nothing);

    /// <summary>Whether this process was shown the product in a state, or one of the last day here.</summary>
    public bool Has(string product)
    {
        lock (_lock)
        {
            return _shown.Contains(product) || Earlier().Contains(product);
        }
    }

    /// <summary>Whether what earlier processes were shown is not to be believed: nothing is left of the state, and this one was shown nothing of
    /// it.</summary>
    public bool IsStateLost
    {
        get
        {
            lock (_lock)
            {
                _ = Earlier();
                return _written.Count > 0 && !_written.Overlaps(_shown) && place is { IsStateEmpty: true };
            }
        }
    }

    /// <summary>Whether this process was shown the product.</summary>
    public bool WasShown(string product)
    {
        lock (_lock)
        {
            return _shown.Contains(product);
        }
    }

    /// <summary>
    /// Notes whether the configuration protects a product whose state does not say so yet. The plan of a destroy is made without the configuration, in a
    /// process of its own; Terraform looks at the configuration just before.
    /// </summary>
    public void Protect(string product, bool isProtected)
    {
        lock (_lock)
        {
            _ = Earlier();
            if (_protected.GetValueOrDefault(product) != isProtected)
            {
                _protected[product] = isProtected;
                WriteLine($"{(isProtected ? Protected : Unprotected)}{product}");
            }
        }
    }

    /// <summary>Whether the configuration was last seen to protect it.</summary>
    public bool IsProtected(string product)
    {
        lock (_lock)
        {
            _ = Earlier();
            return _protected.GetValueOrDefault(product);
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
        lock (_lock)
        {
            if (Earlier().Add(line))
            {
                WriteLine(line);
            }
        }
    }

    private void WriteLine(string line)
    {
        if (place is null || _cannotWrite)
        {
            return;
        }

        _cannotWrite = true;
        attempt(() =>
        {
            var day = time.GetUtcNow().ToString(DayFormat, CultureInfo.InvariantCulture);
            _file ??= place.Folders[0].OpenLines($"{Beginning}{place.ScopeDigest}-{day}-{run}.txt");
            _file.WriteLine(line);
            _file.Flush();
            _cannotWrite = false;
        });
    }

    private HashSet<string> Earlier()
    {
        if (_earlier is null)
        {
            _earlier = new(StringComparer.Ordinal);
            foreach (var folder in place?.Folders ?? [])
            {
                attempt(() => Read(folder));
            }

            _wasPlanned = _earlier.Count > 0;
            _written = [.. _earlier.Where(line => line != Nothing)];
        }

        return _earlier;
    }

    private void Read(JournalFolder folder)
    {
        var yesterday = time.GetUtcNow().UtcDateTime.Date.AddDays(-1);
        foreach (var name in folder.Names($"{Beginning}*"))
        {
            if (name.Split('-') is not [_, var scope, var day, _]
                || !DateTime.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date < yesterday)
            {
                folder.Delete(name);
            }
            else if (scope == place!.ScopeDigest)
            {
                Read(folder.ReadLines(name));
            }
        }
    }

    private void Read(string[] lines)
    {
        foreach (var line in lines.Where(l => l.Length > 0))
        {
            if (line[0] is Protected or Unprotected)
            {
                _protected[line[1..]] = line[0] == Protected;
            }
            else
            {
                _earlier!.Add(line);
            }
        }
    }
}
