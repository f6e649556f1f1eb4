namespace CoreHarness.Schemas;

/// <summary>The schema of a resource, data source or provider as core knows it.</summary>
internal sealed record CoreSchema(long Version, CoreObject Root);
