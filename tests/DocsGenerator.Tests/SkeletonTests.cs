using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace DocsGenerator.Tests;

/// <summary>The page of something new, from its schema alone.</summary>
public sealed class SkeletonTests
{
    private static readonly Subject Subject = new(SubjectKind.Resource, "dashserv_thing", new Schema<Thing>("A thing.", Thing.Table));

    [Fact]
    public void Refresh_OfASkeleton_ShowsEveryKindOfAttribute()
    {
        var text = PageText.Refresh(Skeleton.Of(Subject, "/nonexistent"), Subject, "/nonexistent");

        Assert.Equal("docs/resources/thing.md", Subject.Page);
        Assert.Contains("### Required\n\n- `name` (String) Its name.\n", text, StringComparison.Ordinal);
        Assert.Contains("- `mode` (String) How. Defaults to `soft`.\n", text, StringComparison.Ordinal);
        Assert.Contains("- `part` (Attributes) What is in it. (see [below for nested schema](#nestedatt--part))\n", text, StringComparison.Ordinal);
        Assert.Contains("### Read-Only\n\n- `secret` (String, Sensitive) Not for everybody.\n", text, StringComparison.Ordinal);
        Assert.Contains("### Nested Schema for `part`\n\nRequired:\n\n- `name` (String) Its name.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Refresh_OfARefreshedPage_ChangesNothing()
    {
        var once = PageText.Refresh(Skeleton.Of(Subject, "/nonexistent"), Subject, "/nonexistent");

        Assert.Equal(once, PageText.Refresh(once, Subject, "/nonexistent"));
    }

    [Fact]
    public void Refresh_OfAPageWithoutMarkers_SaysWhichPage()
    {
        var e = Assert.Throws<DocumentationException>(() => PageText.Refresh("# A page\n", Subject, "/nonexistent"));

        Assert.Contains("docs/resources/thing.md", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refresh_WithAnExampleThatDoesNotExist_KeepsWhatWasWrittenByHand()
    {
        var page = $"{PageText.ExampleBegin("examples/none.tf")}\nby hand\n{PageText.ExampleEnd}\n{PageText.SchemaBegin}\n{PageText.SchemaEnd}\n";

        Assert.Contains("by hand", PageText.Refresh(page, Subject, "/nonexistent"), StringComparison.Ordinal);
    }

    private sealed class Part
    {
        public Value<string> Name;

        public static ObjectTable<Part> Table { get; } = new(Attr<Part>.Text("name", m => ref m.Name).Required().Describe("Its name."));
    }

    private sealed class Thing
    {
        public Value<string> Name;
        public Value<string> Mode;
        public Value<string> Secret;
        public Value<Part> Part;

        public static ObjectTable<Thing> Table { get; } = new(
            Attr<Thing>.Text("name", m => ref m.Name).Required().Describe("Its name."),
            Attr<Thing>.Text("mode", m => ref m.Mode).Default("soft").Describe("How."),
            Attr<Thing>.Text("secret", m => ref m.Secret).Computed().Sensitive().Describe("Not for everybody."),
            Attr<Thing>.Single("part", SkeletonTests.Part.Table, m => ref m.Part).Optional().Describe("What is in it."));
    }
}
