namespace TerraformPlugin.Tests.Architecture;

/// <summary>
/// The provider's folders point one way: Text ← Failures ← Access, Journal ← Inventory, Power, Ordering ← Operations ← Configuration ← Lifecycle ← nouns ← the
/// provider itself. A folder that is none of the floor's is a noun, and knows no other noun but those named here.
/// </summary>
public sealed class ProviderLayeringTests
{
    private const string Provider = "Dashserv.Provider";

    private static readonly string[][] Floor =
    [
        ["Text"], ["Failures"], ["Access", "Journal"], ["Inventory", "Power", "Ordering"], ["Operations"], ["Configuration"], ["Lifecycle"],
    ];

    private static readonly Dictionary<string, string[]> KnownNouns = new()
    {
        ["Backups"] = ["Vservers"],
        ["BackupRestores"] = ["Backups", "Vservers"],
        ["VserverPasswords"] = ["Vservers"],
    };

    public static TheoryData<string, string> Arrows => new(
        from upper in Enumerable.Range(1, Floor.Length - 1)
        from lower in Enumerable.Range(0, upper)
        from higher in Floor[upper]
        from named in Floor[lower]
        select (named, higher));

    [Fact]
    public void Floor_HasAllItsFolders() => Assert.Empty(Floor.SelectMany(f => f).Except(Folders()));

    [Fact]
    public void Folders_OfTheProvider_NameOnlyThoseBelowThem() => Assert.Empty(
        from file in SourceTree.Files($"src/{Provider}")
        let folder = Folder(file)
        where folder is not null
        from named in SourceTree.NamesBehind(file, Provider).Distinct()
        where named != folder && Folders().Contains(named) && !MayName(folder, named)
        select $"{Path.GetRelativePath(SourceTree.Root, file)} names {named}");

    [Theory]
    [MemberData(nameof(Arrows))]
    public void Arrow_OfTheFloor_PointsOneWay(string lower, string higher) => Assert.Equal((true, false), (MayName(higher, lower), MayName(lower, higher)));

    [Fact]
    public void Nouns_KnowEachOther_WithoutCircles() => Assert.DoesNotContain(
        KnownNouns, noun => noun.Value.Any(known => known == noun.Key || KnownNouns.GetValueOrDefault(known, []).Contains(noun.Key)));

    private static bool MayName(string folder, string named) => (LayerOf(folder), LayerOf(named)) switch
    {
        (-1, -1) => KnownNouns.GetValueOrDefault(folder, []).Contains(named),
        (-1, _) => true,
        (_, -1) => false,
        var (own, other) => other < own,
    };

    private static int LayerOf(string folder) => Array.FindIndex(Floor, layer => layer.Contains(folder));

    private static HashSet<string> Folders() => SourceTree.Files($"src/{Provider}").Select(Folder).OfType<string>().ToHashSet(StringComparer.Ordinal);

    // Null for a file at the top, which may know all.
    private static string? Folder(string file) =>
        Path.GetRelativePath(Path.Combine(SourceTree.Root, "src", Provider), file).Split(Path.DirectorySeparatorChar) is [var folder, _, ..] ? folder : null;
}
