using TerraformPlugin.Values;

namespace Dashserv.Provider.Failures;

/// <summary>What an operation says of itself when it fails.</summary>
/// <param name="Summary">What was not done.</param>
/// <param name="Outcome">What there is now, and whether money was spent; null where that is not known.</param>
internal sealed record FailureWords(string Summary, string? Outcome)
{
    /// <summary>A refresh that failed.</summary>
    /// <param name="what">What was to be read, such as <c>backup</c>.</param>
    public static FailureWords NotRead(string what) =>
        new($"Could not read the {what}", "Nothing was removed from the state.") { WhenStopped = "Nothing was removed from the state. Try again." };

    /// <summary>The attribute that is to blame.</summary>
    public AttributePath Path { get; init; } = AttributePath.Root;

    /// <summary>What there is now, and what to do, where time was up or the user interrupted; null where the outcome says it.</summary>
    public string? WhenStopped { get; init; }

    /// <summary>Whether that is all there is to say then, under this summary: else what was tried comes first, and how long it took.</summary>
    public bool StandsAlone { get; init; }

    /// <summary>How to do without what failed, where one can. Not said where the token is to blame: then nothing else would work either.</summary>
    public string? WayOut { get; init; }

    /// <summary>What is said first.</summary>
    public string? Lead { get; init; }

    /// <summary>What is said last.</summary>
    public string? Hint { get; init; }

    /// <summary>The same on an attribute; on none where it is null.</summary>
    public FailureWords On(string? attribute) => attribute is null ? this : this with { Path = AttributePath.Of(attribute) };
}
