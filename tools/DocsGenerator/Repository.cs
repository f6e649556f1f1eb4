namespace DocsGenerator;

/// <summary>Where the sources are.</summary>
internal static class Repository
{
    /// <summary>The folder around another one that holds the solution.</summary>
    public static string FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "dashserv.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DocumentationException($"{start} is not inside the repository.");
    }
}
