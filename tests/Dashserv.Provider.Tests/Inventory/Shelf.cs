using Dashserv.Api;
using Dashserv.Provider.Tests.Support;

namespace Dashserv.Provider.Tests.Inventory;

/// <summary>The API's side of shared reads. An answer is as things were when it was asked for; it comes at once, or, while held, when the test says
/// so.</summary>
internal sealed class Shelf
{
    private readonly Dictionary<string, int> _versions = new(StringComparer.Ordinal);
    private readonly List<Action> _held = [];

    public int Singles { get; private set; }

    public int Lists { get; private set; }

    public bool Holds { get; set; }

    /// <summary>How many requests wait for their answer.</summary>
    public int Held => _held.Count;

    /// <summary>What every answer is from now on; null for what there is.</summary>
    public Exception? Failure { get; set; }

    /// <summary>What lists do not show, although it is there: what answers them lags behind.</summary>
    public HashSet<string> Unlisted { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a caller's cancellation was handed to a list that others may wait for.</summary>
    public bool ListsCanBeCancelled { get; private set; }

    public void Put(string id) => _versions[id] = 0;

    public void Change(string id) => _versions[id]++;

    public void Remove(string id) => _versions.Remove(id);

    public int VersionOf(string id) => _versions[id];

    public Task<Thing?> GetOneAsync(string id, CancellationToken cancellationToken)
    {
        Singles++;
        var found = _versions.TryGetValue(id, out var version) ? new Thing(id, version) : null;
        return AnswerAsync(() => found ?? throw TestFailure.Of(ApiErrorKind.Gone))!;
    }

    public Task<List<Thing>> GetAllAsync(CancellationToken cancellationToken)
    {
        Lists++;
        ListsCanBeCancelled |= cancellationToken.CanBeCanceled;
        List<Thing> all = [.. _versions.Where(v => !Unlisted.Contains(v.Key)).Select(v => new Thing(v.Key, v.Value))];
        return AnswerAsync(() => all);
    }

    /// <summary>Answers one of the requests that are held, the oldest unless said otherwise.</summary>
    public void Answer(int index = 0)
    {
        var answer = _held[index];
        _held.RemoveAt(index);
        answer();
    }

    private Task<T> AnswerAsync<T>(Func<T> read)
    {
        var (answered, failure) = (new TaskCompletionSource<T>(), Failure);
        if (Holds)
        {
            _held.Add(Complete);
        }
        else
        {
            Complete();
        }

        return answered.Task;

        void Complete()
        {
            try
            {
                answered.SetResult(failure is null ? read() : throw failure);
            }
            catch (Exception e) when (e is ApiException or InvalidOperationException)
            {
                answered.SetException(e);
            }
        }
    }
}
