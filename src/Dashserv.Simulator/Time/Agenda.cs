namespace Dashserv.Simulator.Time;

/// <summary>
/// What is to happen when. Nothing runs by itself: whoever asks the world something first lets everything happen that is due,
/// in order, each at its own time. A thousand waiting orders therefore cost nothing.
/// </summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Action, (DateTimeOffset At, long Order)> _due = new();
    private long _added;

    /// <summary>The world's present; while something due happens, the moment it was due.</summary>
    public DateTimeOffset Now { get; private set; }

    public void Add(DateTimeOffset at, Action action) => _due.Enqueue(action, (at, _added++));

    public void Settle(DateTimeOffset now)
    {
        while (_due.TryPeek(out _, out var next) && next.At <= now)
        {
            var action = _due.Dequeue();
            if (next.At > Now)
            {
                Now = next.At;
            }

            action();
        }

        if (now > Now)
        {
            Now = now;
        }
    }
}
