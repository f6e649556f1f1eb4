using Dashserv.Chaos.Running;
using Dashserv.Simulator.Journal;

namespace Dashserv.Chaos.Judging;

/// <summary>Counts what there is, and says what is broken.</summary>
internal sealed class Judge(Stage stage)
{
    // Of such an order it is not known when it was lost: a minute is allowed for.
    private const string OfKilledRun = "An order of a run that was killed was taken up";

    private readonly Findings _findings = stage.Findings;

    /// <summary>Nothing that is whole may be replaced by the next apply.</summary>
    public void AfterStrike()
    {
        if (stage.Cell.Step is { Setup: not null, IsEnd: false } && stage.State.Instances.Count == 0)
        {
            _findings.SetApart("Terraform was killed while it wrote the state, and left an empty one");
        }

        var world = stage.World;
        string[] whole = [.. world.Orders.Select(o => o.Uuid), .. world.Products.SelectMany(p => (string[])[p.Uuid, .. p.BackupUuids, .. p.ScheduledTasks])];
        _findings.Violate(stage.State.Instances.Where(i => i is { IsTainted: true, IsAThing: true } && (IsWhole(i.Id) || IsWhole(i.OrderId)))
            .Select(i => $"{i.Type}[{i.Index}] ({i.Id ?? i.OrderId}) is tainted, and whole"));

        bool IsWhole(string? id) => id is not null && whole.Contains(id);
    }

    /// <summary>Whether a stranger's server is in the state; then nothing else can be as it should.</summary>
    public bool TookAStrangers(IEnumerable<string> said)
    {
        var world = stage.World;
        var took = stage.Strangers.ServersOf(world).Where(stage.State.Has).ToList();
        foreach (var id in took)
        {
            var told = said.Where(s => s.Contains(id, StringComparison.Ordinal)).ToList();
            if (told.Any(t => stage.Strangers.WereInTheMoment || t.Contains(OfKilledRun, StringComparison.Ordinal)) && WasLikelyOurs(world, id))
            {
                _findings.SetApart($"{id}, which a stranger has ordered as we did in the same seconds, was taken for ours, whose order never came to be");
            }
            else
            {
                _findings.Violate($"the stranger's server {id} is in the state");
            }
        }

        return took.Count > 0;
    }

    /// <summary>When all was applied again.</summary>
    public void AfterAll(IReadOnlySet<string> unheeded, IReadOnlySet<string> imported)
    {
        var (world, state, cell) = (stage.World, stage.State, stage.Cell);
        var own = stage.Own(world);
        var servers = state.Instances.Where(i => i.IsServer).ToList();
        var wanted = cell.Step.IsEnd ? 0 : cell.Count;
        Equal(wanted + unheeded.Count, own.Count, "servers run");
        Equal(cell.Count + unheeded.Count, stage.OwnOrders(world).Count, "orders were placed");
        Equal(wanted, servers.Select(i => i.Id).Distinct().Count(), "servers are in the state");
        Violate("in the state and no server of ours", servers.Where(i => own.All(p => p.Uuid != i.Id)).Select(i => i.Id ?? "one without an id"));
        Violate("in no state", stage.Orphans().Where(p => !unheeded.Contains(p.Uuid)).Select(p => $"{p.Uuid} ({p.Name})"));
        _findings.Violate(state.Instances.Where(i => i.IsTainted).Select(i => $"{i.Type}[{i.Index}] is tainted in the end"));
        _findings.Violate(cell.Step.Problems(new(own, state, imported)));
        CountEffects();
        Strangers(world);
    }

    /// <summary>When all was destroyed.</summary>
    public void AfterDestroy(CliResult destroy, IReadOnlySet<string> unheeded)
    {
        var world = stage.World;
        if (destroy.ExitCode != 0)
        {
            _findings.Violate("destroy failed");
        }

        Violate("left after the destroy", stage.Own(world).Where(p => !unheeded.Contains(p.Uuid)).Select(p => $"{p.Uuid} ({p.Name})"));
        Equal(0, stage.State.Instances.Count, "resources are in the state after the destroy");
        Strangers(world);
    }

    // Theirs is as ours would have been, and ours is not there: nobody can tell.
    private bool WasLikelyOurs(WorldState world, string id)
    {
        var theirs = world.Orders.FirstOrDefault(o => o.ProductUuid == id);
        var like = stage.OwnOrders(world).Count(o => stage.Cell.Step.IsDedicated || o.Data.GetValueOrDefault("name") == theirs?.Data.GetValueOrDefault("name"));
        return theirs is not null && like < (stage.Cell.Step.IsDedicated ? stage.Cell.Count : 1);
    }

    private void CountEffects()
    {
        if (stage.Cell.Step.MostEffects is not { } most)
        {
            return;
        }

        var effects = stage.Simulator.Journal.Entries(stage.Cell.Step.Match.Path, stage.Cell.Step.Match.Method).Count(TookEffect);
        if (effects > most * stage.Cell.Count)
        {
            var what = $"{stage.Cell.Step.Name} took effect {effects} times for {stage.Cell.Count} resources";
            // What was done is in no state then, nor in a journal: only orders are. Whether it leaves something behind is another question.
            Action<string> tell = stage.Cell.Fault.Kills ? _findings.SetApart : _findings.Violate;
            tell(what);
        }
    }

    private bool TookEffect(JournalEntry entry) => entry.Fault is null ? entry.Status == 200 : stage.Cell.Fault.HasEffect ?? entry.Status == 200;

    private void Strangers(WorldState world)
    {
        var theirs = stage.Strangers.ServersOf(world);
        _findings.Violate(stage.Strangers.Harm(world));
        _findings.Violate(stage.Writes.Where(e => theirs.Any(id => e.Path.Contains($"/{id}", StringComparison.Ordinal)))
            .Select(e => $"a stranger's server was asked: {e.Method} {e.Path}"));
    }

    private void Violate(string what, IEnumerable<string> which)
    {
        if (which.ToList() is { Count: > 0 } all)
        {
            _findings.Violate($"{what}: {string.Join(", ", all.Take(3))}{(all.Count > 3 ? $" and {all.Count - 3} more" : "")}");
        }
    }

    private void Equal(int wanted, int found, string what)
    {
        if (wanted != found)
        {
            _findings.Violate($"{found} {what}, and not {wanted}");
        }
    }
}
