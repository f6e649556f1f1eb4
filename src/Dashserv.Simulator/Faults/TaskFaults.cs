namespace Dashserv.Simulator.Faults;

/// <summary>The faults of tasks in force, in order; the first that matches decides.</summary>
internal sealed class TaskFaults
{
    private readonly List<(TaskFault Fault, int Left)> _entries = [];

    public void Add(TaskFault fault)
    {
        fault.Check();
        _entries.Add((fault, fault.Times));
    }

    public void Clear() => _entries.Clear();

    /// <summary>The fault of a task that begins now; null if all goes well.</summary>
    public TaskFault? Take(TaskKind task, string product)
    {
        var index = _entries.FindIndex(e => e.Fault.Matches(task, product));
        if (index < 0)
        {
            return null;
        }

        var (fault, left) = _entries[index];
        if (left == 1)
        {
            _entries.RemoveAt(index);
        }
        else if (left > 1)
        {
            _entries[index] = (fault, left - 1);
        }

        return fault;
    }
}
