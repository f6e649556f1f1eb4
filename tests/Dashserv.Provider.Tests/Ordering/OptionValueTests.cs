using Dashserv.Api.Models;
using Dashserv.Provider.Ordering.Matching;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Ordering;

/// <summary>Attributes count in GB; forms count as they like.</summary>
public sealed class OptionValueTests
{
    [Theory]
    [InlineData("GB", 1, 64, 1, "4", "4")]
    [InlineData(" MB", 512, 65536, 512, "4", "4096")]
    [InlineData("MB", 1000, 64000, 1000, "4", "4000")]
    [InlineData("TB", 1, 8, 1, "2000", "2")]
    [InlineData("TB", 1, 8, 1, "2048", "2")]
    [InlineData(null, 1, 16, 1, "4", "4")]
    [InlineData(null, 1, 16, 1, "4.0", "4")]
    public void Resolve_Number_IsSentInTheFormsUnit(string? suffix, int min, int max, int step, string wanted, string sent)
    {
        var diagnostics = new Diagnostics();
        Assert.Equal(sent, Number(suffix, min, max, step, diagnostics).Resolve(ArgumentType.Number, wanted, []));
        Assert.Empty(diagnostics);
    }

    [Fact]
    public void Resolve_NumberInTheFormsOwnTerms_IsSentAsItIs() =>
        Assert.Equal("4096", Number("MB", 512, 65536, 512, new Diagnostics()).Resolve(ArgumentType.Text, "4096", []));

    [Fact]
    public void Allowed_NumbersOfTheForm_AreWrittenAsBriefAsCanBe() => Assert.Equal(
        "Allowed: 0.5 to 2 in steps of 0.5.", OptionProblem.Allowed(TestForm.Number("ram") with { Min = 0.50m, Max = 2.0m, Step = 0.50m }));

    [Fact]
    public void Resolve_NumberThatDoesNotFit_SaysTheRangeWithItsUnit()
    {
        var diagnostics = new Diagnostics();
        Assert.Null(Number("MB", 512, 8192, 512, diagnostics).Resolve(ArgumentType.Number, "16", []));
        Assert.Contains("can't be 16. Allowed: 512 to 8192 MB in steps of 512", Assert.Single(diagnostics).Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1000", "2")]
    [InlineData("1024", "2")]
    [InlineData("500", "1")]
    public void Resolve_Choice_IsFoundByWhatItsTextAmountsTo(string wanted, string sent)
    {
        var option =
            Option(FormOptionKind.Select)
                with
            { Choices = [Choice("0", "250 GB SSD"), Choice("1", "500 GB SSD"), Choice("2", "1 TB NVMe SSD"), Choice("3", "2 TB NVMe SSD")] };
        Assert.Equal(sent, new OptionValue(option, AttributePath.Of("disk"), "disk", new Diagnostics()).Resolve(ArgumentType.Number, wanted, []));
    }

    [Fact]
    public void Resolve_AmbiguousQuantity_ListsTheChoicesAndSaysHowToOrderOneByItsText()
    {
        var option = Option(FormOptionKind.Select) with { Choices = [Choice("0", "2 vCPU"), Choice("1", "2 vCPU dediziert"), Choice("2", "4 vCPU")] };
        var error = Refusal(option);
        Assert.Contains("any of \"2 vCPU (0)\", \"2 vCPU dediziert (1)\".", error, StringComparison.Ordinal);
        Assert.Contains("leave cores out and set options = { size = \"…\" }", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Klein", false, true)]
    [InlineData("Klein", true, false)]
    [InlineData("1 vCPU", false, false)]
    public void Resolve_NoSuchQuantity_SaysHowToOrderByTextWhereATextTellsNoneAndNothingWouldBeReplaced(string first, bool isForExisting, bool isTold)
    {
        var option = Option(FormOptionKind.Select) with { Choices = [Choice("0", first), Choice("1", "4 vCPU")] };
        var error = Refusal(option, isForExisting);
        Assert.Contains($"has no choice \"2\". Allowed: \"{first} (0)\", \"4 vCPU (1)\".", error, StringComparison.Ordinal);
        Assert.Equal(isTold, error.Contains("by its text", StringComparison.Ordinal));
    }

    private static string Refusal(FormOption option, bool isForExisting = false)
    {
        var diagnostics = new Diagnostics();
        Assert.Null(
            new OptionValue(option, AttributePath.Of("cores"), "cores", diagnostics) { IsForExisting = isForExisting }.Resolve(ArgumentType.Number, "2", []));
        return Assert.Single(diagnostics).Detail;
    }

    private static OptionValue Number(string? suffix, int min, int max, int step, Diagnostics diagnostics) =>
        new(Option(FormOptionKind.Number) with { Suffix = suffix, Min = min, Max = max, Step = step }, AttributePath.Of("ram"), "ram", diagnostics);

    private static FormOption Option(FormOptionKind kind) =>
        new() { Name = "size", Kind = kind, IsChangeable = true, IsVisible = true, Cost = 0, Setup = 0, Choices = [] };

    private static FormChoice Choice(string value, string display) => new() { Value = value, Display = display, Cost = 0, Setup = 0 };
}
