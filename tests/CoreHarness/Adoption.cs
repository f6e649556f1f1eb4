namespace CoreHarness;

/// <summary>
/// What a life cycle demands of an import where an argument cannot be read back: without it the plan is empty, and with it the
/// configuration's word is taken, in place and without doing anything.
/// </summary>
/// <param name="Readable">The configuration without what cannot be read back.</param>
/// <param name="CountWrites">How much was done at the API so far; reads do not count.</param>
public sealed record Adoption(Config Readable, Func<int> CountWrites);
