namespace Dashserv.Chaos.Running;

/// <summary>What is kept of a cell for whoever looks into it.</summary>
internal static class Belongings
{
    /// <returns>The folder.</returns>
    public static string Keep(Stage stage, string folder)
    {
        Directory.CreateDirectory(folder);
        var findings = stage.Findings.Violations.Select(v => $"VIOLATED: {v}").Concat(stage.Findings.Apart.Select(t => $"apart: {t}"));
        File.WriteAllText(Path.Combine(folder, "transcript.txt"), $"{stage.Cell}\n{string.Join('\n', findings)}\n\n{stage.Transcript}");
        File.WriteAllLines(Path.Combine(folder, "requests.txt"), stage.Simulator.Journal.Entries().Select(e =>
            $"{e.At:HH:mm:ss.fff} {e.Status,3} {e.Fault,-5} {e.Method} {e.Path} {string.Join(' ', e.Fields.Select(f => $"{f.Key}={f.Value}"))}"));
        var world = stage.World;
        File.WriteAllLines(Path.Combine(folder, "world.txt"),
        [
            .. world.Orders.Select(o => $"order {o.Uuid} of {o.Created:HH:mm:ss.fff} ({(stage.Strangers.IsTheirs(o) ? "theirs" : "ours")}): {o.ProductUuid}"),
            .. world.Products.Select(p =>
                $"product {p.Uuid} {p.Product} {p.Name}: {p.Status} {p.Power} {p.Image}, {p.Backups.Count} backups, {p.ScheduledTasks.Count} tasks"),
        ]);
        foreach (var file in Directory.EnumerateFiles(stage.Workspace.Folder).Concat(Journal(stage)))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }

        return folder;
    }

    /// <summary>Keeps the state as it is now.</summary>
    public static void NoteState(Stage stage)
    {
        if (File.Exists(stage.Workspace.StateFile))
        {
            File.Copy(stage.Workspace.StateFile, $"{stage.Workspace.StateFile}.struck");
        }
    }

    private static IEnumerable<string> Journal(Stage stage) =>
        Directory.EnumerateDirectories(stage.Workspace.Folder, "dashserv-orders", SearchOption.AllDirectories).SelectMany(Directory.EnumerateFiles);
}
