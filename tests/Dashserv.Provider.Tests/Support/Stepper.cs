namespace Dashserv.Provider.Tests.Support;

/// <summary>
/// Runs asynchronous code on the test's own thread, and only when the test says so: what comes before what is then the test's choice, and the same each
/// time. Holds for code that does not leave its context.
/// </summary>
internal sealed class Stepper : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _due = new();

    private Stepper()
    {
    }

    public static void Run(Action<Stepper> test)
    {
        var (stepper, outer) = (new Stepper(), Current);
        SetSynchronizationContext(stepper);
        try
        {
            test(stepper);
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    public override void Post(SendOrPostCallback d, object? state) => _due.Enqueue((d, state));

    /// <summary>Lets everything go on until all of it waits for something.</summary>
    public void Settle()
    {
        while (_due.TryDequeue(out var next))
        {
            next.Callback(next.State);
        }
    }

    /// <summary>What has become of something that must be over as soon as all goes on.</summary>
    public T Finish<T>(Task<T> task)
    {
        Settle();
        Assert.True(task.IsCompleted, "It still waits for something.");
        return task.GetAwaiter().GetResult();
    }

    /// <summary>How something has failed that must be over as soon as all goes on.</summary>
    public TException Fail<TException>(Task task)
        where TException : Exception
    {
        Settle();
        Assert.True(task.IsCompleted, "It still waits for something.");
        return Assert.ThrowsAny<TException>(() => task.GetAwaiter().GetResult());
    }
}
