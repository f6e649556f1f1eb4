namespace Dashserv.Provider.Tests.Inventory;

/// <summary>Something that is listed, as it was after so many changes.</summary>
internal sealed record Thing(string Id, int Version);
