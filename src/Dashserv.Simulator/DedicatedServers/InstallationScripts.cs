namespace Dashserv.Simulator.DedicatedServers;

/// <summary>The logs of installations that are yet to fail, in order.</summary>
internal sealed class InstallationScripts
{
    private readonly Queue<string> _failures = new();

    public void Fail(string log, int times)
    {
        for (var i = 0; i < times; i++)
        {
            _failures.Enqueue(log);
        }
    }

    public string? TakeFailure() => _failures.TryDequeue(out var log) ? log : null;
}
