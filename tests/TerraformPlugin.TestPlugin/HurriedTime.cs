namespace TerraformPlugin.TestPlugin;

/// <summary>A clock that runs a hundred times too fast: for tests of what happens when time is up.</summary>
internal sealed class HurriedTime : TimeProvider
{
    private const int Factor = 100;

    public override long GetTimestamp() => System.GetTimestamp() * Factor;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / Factor : dueTime, period);
}
