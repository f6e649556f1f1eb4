using System.Text.Json;
using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>A dedicated server's installation (API reference, Dedicated server / Get installation status). Holds passwords: its text leaves them out.</summary>
public sealed record InstallationStatus
{
    /// <summary>Whether an installation runs.</summary>
    public required bool IsInstalling { get; init; }

    /// <summary>What the installer writes, or null.</summary>
    public string? Log { get; init; }

    /// <summary>What is installed, as people read it.</summary>
    public string? Os { get; init; }

    /// <summary>The hardware address.</summary>
    public string? Mac { get; init; }

    /// <summary>Password by account name; empty until the installation is ready.</summary>
    public required IReadOnlyDictionary<string, string> SshPasswords { get; init; }

    // Every member may be missing. Without any there would be a server without an operating system, on which one may be installed.
    internal static InstallationStatus Read(WireValue json) => json.IsAbsent ? throw new ShapeException(json.Path, "is missing") : new()
    {
        IsInstalling = json["installation"].Flag() ?? false,
        Log = json["log"].Kind is JsonValueKind.Object or JsonValueKind.Array ? json["log"].Raw() : json["log"].TextOrFalse(),
        Os = json["os"].TextOrFalse(),
        Mac = json["mac"].TextOrFalse(),
        SshPasswords =
            json["ssh"]
                .Optional(
                    static ssh =>
                        ssh.Members().Where(static item => !item.Value.IsAbsent)
                            .ToOrderedDictionary(static item => item.Name, static item => item.Value.RequiredText())) ?? [],
    };

    /// <inheritdoc/>
    public override string ToString() => $"InstallationStatus {{ IsInstalling = {IsInstalling}, Os = {Os}, accounts = {SshPasswords.Count} }}";
}
