using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Dashserv.Provider.Journal;

/// <summary>
/// What outlives a killed process: each order, written down before it is sent, until the state surely has it. The API has no key that would make an order
/// happen once, and lists no orders.
/// </summary>
/// <param name="place">Where it is; null: there is none.</param>
/// <param name="endpoint">The API.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Is told what could not be written: an order must not fail for that.</param>
internal sealed class OrderJournal(JournalPlace? place, Uri endpoint, TimeProvider time, ILogger logger)
{
    /// <summary>A process that was left alone by a killed Terraform ends within five seconds.</summary>
    private static readonly TimeSpan OrphanLimit = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan OrphanLook = TimeSpan.FromMilliseconds(200);

    /// <summary>What is older is nobody's order any more.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);

    private readonly string _run = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<JournalNote, bool> _notes = new();
    private readonly ConcurrentDictionary<string, int> _foreseen = new(StringComparer.Ordinal);
    private readonly Dictionary<JournalFolder, FileStream> _held = [];
    private Dictionary<string, (JournalFolder Folder, JournalRecord Record)>? _left;

    /// <summary>The products that the state has, as far as this process and those before it were shown.</summary>
    public TrackedProducts Tracked
    {
        get
        {
            lock (_lock)
            {
                return field ??= new TrackedProducts(place, _run, time, Try);
            }
        }
    }

    /// <summary>What makes orders the same: what is ordered, where, and from where.</summary>
    public string KeyOf(string product, IEnumerable<string> fields)
    {
        var text = string.Join('\n', [endpoint.ToString(), place?.Scope ?? "", product, .. fields]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
    }

    /// <summary>Writes an order down that is about to be sent.</summary>
    public JournalNote? Begin(string key, JournalAccount account, string name, DateTimeOffset sentAt, IEnumerable<string> others)
    {
        if (place is null)
        {
            return null;
        }

        var record = new JournalRecord
        {
            Key = key,
            Run = _run,
            Customer = account.Customer,
            Token = account.Token,
            SentAt = sentAt,
            Name = name,
            Others = [.. others],
        };
        return Note(place.Folders[0], place.Folders[0].NewFile(_run), record);
    }

    /// <summary>Takes up, once, the same order of a process that was killed before Terraform had its answer.</summary>
    public async Task<JournalNote?> TakeUpAsync(string key, JournalAccount account, CancellationToken cancellationToken)
    {
        foreach (var (file, (folder, record)) in Select(l => IsOpen(l, key, account)))
        {
            if (await IsDeadAsync(folder, record.Run, cancellationToken) && Take(folder, file) is { } mine)
            {
                return Note(folder, mine, record with { Run = _run });
            }
        }

        return null;
    }

    /// <summary>The same look, for a plan: each such order is foreseen for one resource.</summary>
    public JournalRecord? Foresee(string key, JournalAccount account)
    {
        var open = Select(l => IsOpen(l, key, account) || (l.IsTold && l.Key == key));
        return open.Count == 0 ? null : open.ElementAtOrDefault(_foreseen.AddOrUpdate(key, 0, (_, seen) => seen + 1)).Value.Record;
    }

    /// <summary>A state has the order, or its product: whoever sent it, there is nothing to take up.</summary>
    public void Seen(string? order, string? product)
    {
        if (product is not null)
        {
            Tracked.Add(product);
        }

        lock (_lock)
        {
            foreach (var (file, (_, record)) in Select(l => Is(l, order, product)))
            {
                Try(() => File.Delete(file));
                _left!.Remove(file);
                Exclude(record.Run, product);
            }
        }

        foreach (var note in _notes.Keys.Where(n => Is(n.Record, order, product)))
        {
            note.Close();
        }
    }

    /// <summary>Terraform has the answer, and has ended the process in good order.</summary>
    public void Saved(JournalNote note)
    {
        note.Told(isSaved: place is not { IsRemote: true });
        lock (_lock)
        {
            if (_notes.Keys.All(n => n.IsClosed))
            {
                _held.Values.ToList().ForEach(held => Try(held.Dispose));
                _held.Clear();
            }
        }
    }

    /// <summary>Does something with a file, whose failure is no reason to fail.</summary>
    public void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            logger.LogWarning(
                "The order journal cannot be written: {Problem}. Should this process be killed, the next one does not know what it ordered.", e.Message);
        }
    }

    private static bool Is(JournalRecord record, string? order, string? product) =>
        (order is not null && record.Order == order) || (product is not null && record.Product == product);

    private static bool IsOpen(JournalRecord record, string key, JournalAccount account) =>
        !record.IsTold && record.Key == key
        && (record.Customer is null || account.Customer is null ? record.Token == account.Token : record.Customer == account.Customer);

    private JournalNote Note(JournalFolder folder, string file, JournalRecord record)
    {
        var note = new JournalNote(this, folder, file, record);
        Hold(folder);
        Try(() => folder.Write(file, record));
        _notes[note] = true;
        return note;
    }

    private string? Take(JournalFolder folder, string file)
    {
        string? mine = null;
        Hold(folder);
        Try(() => mine = folder.Take(file, _run));
        return mine;
    }

    private void Hold(JournalFolder folder)
    {
        lock (_lock)
        {
            if (!_held.ContainsKey(folder))
            {
                Try(() => _held[folder] = folder.Hold(_run));
            }
        }
    }

    private void Exclude(string run, string? product)
    {
        if (product is null)
        {
            return;
        }

        foreach (var (file, (folder, record)) in Select(l => l.Run == run && l.Order is null))
        {
            var excluding = record with { Others = [.. record.Others, product] };
            _left![file] = (folder, excluding);
            Try(() => folder.Write(file, excluding));
        }
    }

    private async Task<bool> IsDeadAsync(JournalFolder folder, string run, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; folder.IsAlive(run); waited += OrphanLook)
        {
            if (waited >= OrphanLimit)
            {
                return false;
            }

            await Task.Delay(OrphanLook, time, cancellationToken);
        }

        return true;
    }

    // What other processes have left, as it was when this one first looked.
    private IReadOnlyList<KeyValuePair<string, (JournalFolder Folder, JournalRecord Record)>> Select(Func<JournalRecord, bool> which)
    {
        lock (_lock)
        {
            if (_left is null)
            {
                _left = new(StringComparer.Ordinal);
                foreach (var folder in place?.Folders ?? [])
                {
                    Try(() => Add(folder));
                }
            }

            return _left.Count == 0 ? [] : [.. _left.Where(l => which(l.Value.Record))];
        }
    }

    private void Add(JournalFolder folder)
    {
        folder.Sweep();
        foreach (var (file, record) in folder.ReadAll().Where(r => r.Value.Run != _run))
        {
            if (time.GetUtcNow() - record.SentAt <= Life)
            {
                _left![file] = (folder, record);
                continue;
            }

            logger.LogWarning(
                "The order journal has an order of {SentAt:u} that no state has shown since ({Order}); it is removed.", record.SentAt, record.Order);
            File.Delete(file);
        }
    }
}
