using Dashserv.Provider;
using Microsoft.Extensions.Logging.Abstractions;
using TerraformPlugin.Authoring;

namespace DocsGenerator;

/// <summary>All pages that the provider's schemas ask for, held against what is in docs/.</summary>
internal sealed class Documentation(string root)
{
    /// <summary>The provider and everything in it.</summary>
    public static IReadOnlyList<Subject> Subjects()
    {
        Provider provider = new DashservProvider(NullLoggerFactory.Instance, TimeProvider.System);
        return
        [
            new Subject(SubjectKind.Provider, "dashserv", provider.UntypedSchema),
            .. provider.Resources.TypeNames.Order(StringComparer.Ordinal)
            .Select(n => new Subject(SubjectKind.Resource, n, provider.Resources[n].UntypedSchema)),
            .. provider.DataSources.TypeNames.Order(StringComparer.Ordinal)
            .Select(n => new Subject(SubjectKind.DataSource, n, provider.DataSources[n].UntypedSchema)),
        ];
    }

    /// <summary>The pages that are not as they should be, with what they should hold.</summary>
    public IEnumerable<(string File, string Text)> FindStale()
    {
        foreach (var subject in Subjects())
        {
            var file = Path.Combine(root, subject.Page);
            var now = File.Exists(file) ? File.ReadAllText(file) : null;
            var text = PageText.Refresh(now ?? Skeleton.Of(subject, root), subject, root);
            if (text != now)
            {
                yield return (file, text);
            }
        }
    }

    /// <summary>Pages of what the provider has no more.</summary>
    public IEnumerable<string> FindOrphans()
    {
        var wanted = Subjects().Select(s => s.Page).ToHashSet(StringComparer.Ordinal);
        return new[] { SubjectKind.Resource, SubjectKind.DataSource }
            .Select(kind => Path.Combine(root, "docs", kind.PageFolder!))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder))
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(page => !wanted.Contains(page));
    }
}
