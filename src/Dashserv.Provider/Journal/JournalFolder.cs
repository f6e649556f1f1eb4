using System.Text.Json;

namespace Dashserv.Provider.Journal;

/// <summary>A folder with a file for each record. Files are whole or not there, and only their owner can read them.</summary>
internal sealed class JournalFolder(string path)
{
    private const string Ending = ".json";
    private const string LockEnding = ".lock";

    /// <summary>Every record that can be read, by its file.</summary>
    public IReadOnlyDictionary<string, JournalRecord> ReadAll()
    {
        var all = new Dictionary<string, JournalRecord>(StringComparer.Ordinal);
        if (!Directory.Exists(path))
        {
            return all;
        }

        foreach (var file in Directory.EnumerateFiles(path, $"*{Ending}").Order(StringComparer.Ordinal))
        {
            if (Read(file) is { } record)
            {
                all[file] = record;
            }
        }

        return all;
    }

    /// <summary>A name for a new record's file.</summary>
    public string NewFile(string run) => Path.Combine(path, $"{run}-{Guid.NewGuid():N}{Ending}");

    /// <summary>Writes a record, so that it outlives the machine.</summary>
    public void Write(string file, JournalRecord record)
    {
        Create();
        var draft = Path.ChangeExtension(file, ".tmp");
        using (var stream = new FileStream(draft, Private(FileMode.Create)))
        {
            JsonSerializer.Serialize(stream, record, JournalJson.Default.JournalRecord);
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, file, overwrite: true);
    }

    /// <summary>Takes a file over from another process, once.</summary>
    /// <returns>Its name from now on; null where somebody else was faster.</returns>
    public string? Take(string file, string run)
    {
        var mine = NewFile(run);
        try
        {
            File.Move(file, mine);
            return mine;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Opens a file of this process's own, to add lines to.</summary>
    public StreamWriter OpenLines(string name)
    {
        Create();
        return new StreamWriter(new FileStream(Path.Combine(path, name), Private(FileMode.Append, FileShare.ReadWrite | FileShare.Delete)));
    }

    /// <summary>The names of the files of a pattern, those first that were written to first.</summary>
    public IReadOnlyList<string> Names(string pattern) =>
        Directory.Exists(path) ? [.. Directory.GetFiles(path, pattern).OrderBy(File.GetLastWriteTimeUtc).Select(file => Path.GetFileName(file))] : [];

    public string[] ReadLines(string name) => File.ReadAllLines(Path.Combine(path, name));

    public void Delete(string name) => File.Delete(Path.Combine(path, name));

    /// <summary>A lock that is this process's for as long as it lives, however it ends.</summary>
    public FileStream Hold(string run)
    {
        Create();
        return new FileStream(
            LockOf(run),
            new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                Options = FileOptions.DeleteOnClose,
            });
    }

    /// <summary>Removes the locks that dead processes have left.</summary>
    public void Sweep()
    {
        if (Directory.Exists(path))
        {
            foreach (var file in Directory.EnumerateFiles(path, $"*{LockEnding}"))
            {
                _ = IsAlive(Path.GetFileNameWithoutExtension(file));
            }
        }
    }

    /// <summary>Whether the process still lives.</summary>
    public bool IsAlive(string run)
    {
        try
        {
            using var held = new FileStream(LockOf(run), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }

        File.Delete(LockOf(run));
        return false;
    }

    private string LockOf(string run) => Path.Combine(path, $"{run}{LockEnding}");

    private static JournalRecord? Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), JournalJson.Default.JournalRecord);
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            return null;
        }
    }

    private static FileStreamOptions Private(FileMode mode, FileShare share = FileShare.Read)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = share };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private void Create()
    {
        if (!Directory.Exists(path))
        {
            _ = OperatingSystem.IsWindows()
                ? Directory.CreateDirectory(path)
                : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
