namespace CoreHarness;

/// <summary>The provider broke one of core's rules; the message is what core would tell the user.</summary>
public sealed class CoreRuleViolationException(string summary, string detail) : Exception($"{summary}: {detail}")
{
    public string Summary { get; } = summary;

    public string Detail { get; } = detail;
}
