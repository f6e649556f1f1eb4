using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Dashserv.Provider.Journal;

/// <summary>Where the journal is: beside the state's data, which is where Terraform runs; before there is such a folder, among the user's own state.</summary>
/// <param name="Folders">Where it is read; the first is where it is written.</param>
/// <param name="Scope">What tells this configuration and workspace from others that share a folder.</param>
/// <param name="IsRemote">Whether Terraform keeps the state elsewhere, and so may be told of something that it has not saved.</param>
internal sealed record JournalPlace(IReadOnlyList<JournalFolder> Folders, string Scope, bool IsRemote)
{
    /// <summary>Where Terraform keeps the state, if that is here and where it usually is.</summary>
    public string? StateFile { get; init; }

    /// <summary>Whether nothing is left of the state: Terraform empties the file before it writes it anew, and was killed in between.</summary>
    public bool IsStateEmpty => StateFile is not null && new FileInfo(StateFile) is { Exists: true, Length: 0 };

    /// <summary>The same as a part of a file's name.</summary>
    public string ScopeDigest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Scope)))[..12];

    private const string Off = "off";
    private const string Folder = "dashserv-orders";

    /// <param name="setting">A path, <c>off</c>, or null for the usual place.</param>
    /// <param name="environment">The process's variables.</param>
    /// <param name="directory">The working directory: the root module's, also with <c>-chdir</c>.</param>
    /// <returns>Null: there is none.</returns>
    public static JournalPlace? Find(string? setting, Func<string, string?> environment, string directory)
    {
        if (string.Equals(setting, Off, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var data = Path.GetFullPath(Given("TF_DATA_DIR") ?? ".terraform", directory);
        var workspace = Given("TF_WORKSPACE") ?? TextOf(Path.Combine(data, "environment")) ?? "default";
        if (setting is not null)
        {
            return Of([new JournalFolder(Path.GetFullPath(setting, directory))], workspace);
        }

        var own = Given("XDG_STATE_HOME") ?? (Given("HOME") is { } home && Directory.Exists(home) ? Path.Combine(home, ".local", "state") : null);
        List<JournalFolder> folders = [];
        if (Directory.Exists(data))
        {
            folders.Add(new JournalFolder(Path.Combine(data, Folder)));
        }

        if (own is not null)
        {
            folders.Add(new JournalFolder(Path.Combine(own, "terraform-provider-dashserv")));
        }

        return folders.Count == 0 ? null : Of(folders, $"{workspace}\n{directory}");

        JournalPlace Of(IReadOnlyList<JournalFolder> where, string scope)
        {
            var isRemote = IsRemoteState(data);
            var file = Path.Combine(workspace == "default" ? directory : Path.Combine(directory, "terraform.tfstate.d", workspace), "terraform.tfstate");
            return new JournalPlace(where, scope, isRemote) { StateFile = isRemote ? null : file };
        }

        string? Given(string name) => environment(name) is { Length: > 0 } value ? value : null;
    }

    // Terraform notes the backend in use here; a local state has none, or says so.
    private static bool IsRemoteState(string data)
    {
        if (TextOf(Path.Combine(data, "terraform.tfstate")) is not { } text)
        {
            return false;
        }

        try
        {
            using var notes = JsonDocument.Parse(text);
            return notes.RootElement.TryGetProperty("backend", out var backend) && backend.ValueKind == JsonValueKind.Object
                && backend.TryGetProperty("type", out var type) && type.GetString() != "local";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return true;
        }
    }

    private static string? TextOf(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim() is { Length: > 0 } text ? text : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
