using System.Collections;

namespace TerraformPlugin.Values;

/// <summary>The diagnostics of one call, in the order in which they were found.</summary>
public sealed class Diagnostics : IReadOnlyCollection<Diagnostic>
{
    private readonly List<Diagnostic> _items = [];

    public int Count => _items.Count;

    public bool HasErrors => _items.Exists(d => d.Severity == Severity.Error);

    public void Error(string summary, string detail) => Error(AttributePath.Root, summary, detail);

    public void Error(string attribute, string summary, string detail) => Error(AttributePath.Of(attribute), summary, detail);

    public void Error(AttributePath path, string summary, string detail) => Add(new(Severity.Error, summary, detail, path));

    public void Warning(string summary, string detail) => Warning(AttributePath.Root, summary, detail);

    public void Warning(string attribute, string summary, string detail) => Warning(AttributePath.Of(attribute), summary, detail);

    public void Warning(AttributePath path, string summary, string detail) => Add(new(Severity.Warning, summary, detail, path));

    public void Add(Diagnostic diagnostic) => _items.Add(diagnostic);

    public IEnumerator<Diagnostic> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
