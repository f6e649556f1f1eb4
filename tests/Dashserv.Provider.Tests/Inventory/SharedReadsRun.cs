using Dashserv.Provider.Inventory;
using Dashserv.Provider.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Dashserv.Provider.Tests.Inventory;

/// <summary>One interleaving of reads, writes and answers, and what each read must not fall short of.</summary>
internal sealed class SharedReadsRun
{
    private static readonly string[] Ids = ["a", "b", "c"];
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(30);

    private readonly Stepper _stepper;
    private readonly FakeTimeProvider _time = new();
    private readonly Shelf _shelf = new() { Holds = true };
    private readonly SharedReads<Thing> _reads;
    private readonly Dictionary<string, int> _ours = Ids.ToDictionary(id => id, _ => 0);
    private readonly Dictionary<string, int> _writing = Ids.ToDictionary(id => id, _ => 0);
    private readonly List<(string Id, int Version, DateTimeOffset At)> _history = [];
    private readonly List<Action> _checks = [];

    public SharedReadsRun(Stepper stepper)
    {
        _stepper = stepper;
        _reads = new SharedReads<Thing>(_time, t => t.Id, _shelf.GetOneAsync, _shelf.GetAllAsync);
        Array.ForEach(Ids, _shelf.Put);
    }

    public void Do(SharedReadsStep step, int thing, int number)
    {
        var id = Ids[thing];
        switch (step)
        {
            case SharedReadsStep.Find:
                Find(id);
                break;
            case SharedReadsStep.List:
                List();
                break;
            case SharedReadsStep.Write:
                Write(id);
                break;
            case SharedReadsStep.WriteToAll:
                WriteToAll();
                break;
            case SharedReadsStep.ChangeElsewhere:
                Change(id);
                break;
            case SharedReadsStep.ToggleListed:
                _ = _shelf.Unlisted.Remove(id) || _shelf.Unlisted.Add(id);
                break;
            case SharedReadsStep.Answer when _shelf.Held > 0:
                _shelf.Answer(number % _shelf.Held);
                break;
            case SharedReadsStep.PassTime:
                _time.Advance(TimeSpan.FromSeconds(number));
                break;
        }

        _stepper.Settle();
    }

    /// <summary>Answers what is still open, and looks at what was read.</summary>
    public void Finish()
    {
        while (_shelf.Held > 0)
        {
            _shelf.Answer();
            _stepper.Settle();
        }

        _checks.ForEach(check => check());
    }

    private void Find(string id)
    {
        var (finding, least) = (_reads.FindAsync(id, CancellationToken.None), Least(id));
        _checks.Add(() => Assert.True(_stepper.Finish(finding) is { } found && found.Id == id && found.Version >= least, $"{id}, at least {least}"));
    }

    private void List()
    {
        var (listing, least) = (_reads.ListAsync(CancellationToken.None), Ids.ToDictionary(id => id, Least));
        _checks.Add(() => Assert.All(_stepper.Finish(listing), t => Assert.True(t.Version >= least[t.Id], $"{t.Id}, at least {least[t.Id]}")));
    }

    /// <summary>One step of it at a time, so that reads come in between.</summary>
    private void Write(string id)
    {
        switch (_writing[id]++ % 3)
        {
            case 0:
                _reads.Touch(id);
                break;
            case 1:
                Change(id);
                break;
            default:
                _reads.Touch(id);
                _ours[id] = _shelf.VersionOf(id);
                break;
        }
    }

    private void WriteToAll()
    {
        _reads.TouchAll();
        Array.ForEach(Ids, Change);
        _reads.TouchAll();
        Array.ForEach(Ids, id => _ours[id] = _shelf.VersionOf(id));
    }

    private void Change(string id)
    {
        _shelf.Change(id);
        _history.Add((id, _shelf.VersionOf(id), _time.GetUtcNow()));
    }

    /// <summary>What a read that begins now may answer at the oldest.</summary>
    private int Least(string id) =>
        _history.Where(h => h.Id == id && h.At < _time.GetUtcNow() - Life).Select(h => h.Version).Append(_ours[id]).Max();
}
