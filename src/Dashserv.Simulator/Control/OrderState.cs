namespace Dashserv.Simulator.Control;

/// <summary>One order that was placed, with the fields that were sent.</summary>
public sealed record OrderState(
    string Uuid, string Account, string Product, string Status, string? ProductUuid, DateTimeOffset Created, IReadOnlyDictionary<string, string> Data);
