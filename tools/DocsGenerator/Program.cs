using DocsGenerator;

// docs/generate runs this: it brings the generated parts of docs/ up to date, and makes a page for whatever has none.
try
{
    var root = args is [var folder] ? folder : Repository.FindRoot(Environment.CurrentDirectory);
    foreach (var page in new Documentation(root).FindStale())
    {
        Directory.CreateDirectory(Path.GetDirectoryName(page.File)!);
        File.WriteAllText(page.File, page.Text);
        Console.WriteLine($"{Path.GetRelativePath(root, page.File)}: written");
    }

    return 0;
}
catch (DocumentationException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
