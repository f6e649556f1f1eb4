namespace CoreHarness.Schemas;

/// <summary>How nested objects stand in an attribute.</summary>
internal enum CoreNesting
{
    None,
    Single,
    List,
    Set,
    Map,
}
