using System.Xml.Linq;

namespace TerraformPlugin.Tests.Architecture;

/// <summary>
/// The framework's folders point one way: Values ← Wire, Schema ← Planning, Authoring ← Server ← Hosting. The assemblies know of
/// each other only what they must.
/// </summary>
public sealed class LayeringTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Values"] = ["Values"],
        ["Wire"] = ["Wire", "Values"],
        ["Schema"] = ["Schema", "Values"],
        ["Planning"] = ["Planning", "Schema", "Wire", "Values"],
        ["Authoring"] = ["Authoring", "Schema", "Wire", "Values"],
        ["Server"] = ["Server", "Planning", "Authoring", "Schema", "Wire", "Values"],
        ["Hosting"] = ["Hosting", "Server", "Planning", "Authoring", "Schema", "Wire", "Values"],
    };

    private static readonly string[] ProtobufFolders = ["Wire", "Server", "Hosting"];

    [Fact]
    public void Folders_OfTheFramework_AreTheLayers() => Assert.Empty(
        SourceTree.Files("src/TerraformPlugin").Select(Folder).Distinct().Except(Allowed.Keys));

    [Fact]
    public void Folders_OfTheFramework_NameOnlyThoseBelowThem() => Assert.Empty(
        from file in SourceTree.Files("src/TerraformPlugin")
        from named in SourceTree.NamesBehind(file, "TerraformPlugin").Distinct()
        where Allowed.ContainsKey(named) && !Allowed[Folder(file)].Contains(named)
        select $"{Short(file)} names {named}");

    [Fact]
    public void Protobuf_OutsideTheWire_IsNotNamed() => Assert.Empty(
        from file in SourceTree.Files("src/TerraformPlugin")
        where !ProtobufFolders.Contains(Folder(file))
        where SourceTree.Names(file, "TerraformPlugin.Wire.Protocol") || SourceTree.Names(file, "Google.Protobuf")
        select Short(file));

    [Theory]
    [InlineData("Dashserv.Api", "TerraformPlugin")]
    [InlineData("Dashserv.Api", "Dashserv.Provider")]
    [InlineData("TerraformPlugin", "Dashserv")]
    [InlineData("Dashserv.Simulator", "TerraformPlugin")]
    [InlineData("Dashserv.Simulator", "Dashserv.Api")]
    [InlineData("Dashserv.Simulator", "Dashserv.Provider")]
    public void Assembly_ThatMustNotKnowAnother_DoesNot(string assembly, string other)
    {
        Assert.Empty(SourceTree.Files($"src/{assembly}").Where(f => SourceTree.Names(f, other)).Select(Short));
        Assert.Empty(
            from project in SourceTree.Files($"src/{assembly}", "*.csproj")
            from reference in XDocument.Load(project).Descendants("ProjectReference").Attributes("Include")
            where Path.GetFileNameWithoutExtension(reference.Value.Replace('\\', '/')).StartsWith(other, StringComparison.Ordinal)
            select $"{Short(project)} references {reference.Value}");
    }

    private static string Folder(string file) =>
        Path.GetRelativePath(Path.Combine(SourceTree.Root, "src", "TerraformPlugin"), file).Split(Path.DirectorySeparatorChar)[0];

    private static string Short(string file) => Path.GetRelativePath(SourceTree.Root, file);
}
