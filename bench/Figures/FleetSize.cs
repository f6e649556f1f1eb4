namespace Figures;

/// <summary>Two workspaces of the same size.</summary>
internal sealed record FleetSize(int Count, string Servers, string Data);
