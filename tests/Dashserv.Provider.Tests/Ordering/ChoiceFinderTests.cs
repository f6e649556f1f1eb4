using Dashserv.Api.Models;
using Dashserv.Provider.Ordering.Matching;

namespace Dashserv.Provider.Tests.Ordering;

/// <summary>Which choice is ordered, and paid for: never one that merely has the number for its place in the list.</summary>
public sealed class ChoiceFinderTests
{
    [Theory]
    [InlineData("vCPU 1|vCPU 2|vCPU 4", "2", "1")]
    [InlineData("vCPU 1|vCPU 2|vCPU 4", "1", "0")]
    [InlineData("vCPU 1|vCPU 2|vCPU 4", "0", "")]
    [InlineData("1|2|4", "2", "1")]
    [InlineData("Klein|Mittel|Groß", "2", "")]
    [InlineData("||", "2", "")]
    [InlineData("Klein|2 vCPU|Groß", "2", "1")]
    [InlineData("Klein|2 vCPU|Groß", "1", "")]
    [InlineData("2 vCPU|2 vCPU dediziert|4 vCPU", "2", "0 1")]
    [InlineData("AMD Ryzen 5|AMD Ryzen 7|AMD Ryzen 9", "9", "")]
    public void Find_NumberInAList_IsFoundByWhatTheTextsTellAndNeverByIndex(string displays, string wanted, string found) =>
        Assert.Equal(found, Found(List(displays), ArgumentType.Number, wanted));

    [Theory]
    [InlineData("1=1 Kern|2=2 Kerne|4=4 Kerne", "2", "2")]
    [InlineData("1=2 Kerne|2=4 Kerne", "1", "")]
    [InlineData("1=2 Kerne|2=4 Kerne", "2", "1")]
    [InlineData("2048=2 GB|4096=4 GB", "4", "4096")]
    [InlineData("2048=2 GB|4096=4 GB", "4096", "")]
    [InlineData("1=Ein Kern|2=Zwei Kerne|4=Vier Kerne", "4", "4")]
    [InlineData("1=Basic|2=Plus|3=Pro", "2", "")]
    [InlineData("0=Basic|1=Plus", "1", "")]
    [InlineData("1=Basic|2=2 Kerne|3=4 Kerne", "1", "")]
    [InlineData("4=Fest", "4", "")]
    [InlineData("small=Klein|4=Groß", "4", "")]
    [InlineData("=", "1", "")]
    public void Find_NumberAmongKeys_IsFoundByWhatTheTextsTellAndElseByKeysThatCount(string choices, string wanted, string found) =>
        Assert.Equal(found, Found(Keyed(choices), ArgumentType.Number, wanted));

    [Theory]
    [InlineData("2 TB Traffic|5 TB Traffic|10 TB Traffic", "1", "1")]
    [InlineData("2 TB Traffic|5 TB Traffic|10 TB Traffic", "2", "2 0")]
    [InlineData("vCPU 1|vCPU 2|vCPU 4", "2", "2 1")]
    [InlineData("vCPU 1|vCPU 2|vCPU 4", "vCPU 2", "1")]
    [InlineData("vCPU 1|vCPU 2|vCPU 4", "vCPU 2 (1)", "1")]
    [InlineData("vCPU|vCPU", "vCPU (1)", "1")]
    [InlineData("1|2|4", "2", "1")]
    [InlineData("||", "1", "1")]
    [InlineData("||", "", "")]
    [InlineData("DDR3|DDR4|DDR5", "1", "1")]
    public void Find_OwnWordInAList_IsATextOrAnIndexUnlessThatCouldMeanAnother(string displays, string wanted, string found) =>
        Assert.Equal(found, Found(List(displays), ArgumentType.Text, wanted));

    [Theory]
    [InlineData("1=2 Kerne|2=4 Kerne", "2", "2 1")]
    [InlineData("1=1 Kern|2=2 Kerne", "2", "2")]
    [InlineData("8.1=PHP 8.1|7.4=PHP 7.4", "7.4", "7.4")]
    [InlineData("kvm=KVM|lxc=LXC", "KVM", "kvm")]
    public void Find_OwnWordAmongKeys_IsAKeyOrATextUnlessThatCouldMeanAnother(string choices, string wanted, string found) =>
        Assert.Equal(found, Found(Keyed(choices), ArgumentType.Text, wanted));

    [Fact]
    public void Find_OperatingSystemInAList_IsNeverFoundByIndex()
    {
        var option = List("Debian 10|Debian 11|Ubuntu 20.04");
        Assert.Equal("", Found(option, ArgumentType.OperatingSystem, "2"));
        Assert.Equal("1", Found(option, ArgumentType.OperatingSystem, "2", ["2", "Debian 11"]));
    }

    [Fact]
    public void Find_OperatingSystemAmongKeys_IsFoundByKey() =>
        Assert.Equal("7", Found(Keyed("7=Debian 11|12=Ubuntu 20.04"), ArgumentType.OperatingSystem, "7"));

    private static string Found(FormOption option, ArgumentType kind, string wanted, params string[] synonyms) =>
        string.Join(' ', ChoiceFinder.Find(option, kind, wanted, synonyms.Length == 0 ? [] : [synonyms]).Select(c => c.Value));

    private static FormOption List(string displays) =>
        Option with { Choices = [.. displays.Split('|').Select((d, i) => Choice(i.ToString(System.Globalization.CultureInfo.InvariantCulture), d))] };

    private static FormOption Keyed(string choices) =>
        Option with { IsKeyed = true, Choices = [.. choices.Split('|').Select(c => c.Split('=')).Select(c => Choice(c[0], c[1]))] };

    private static FormOption Option { get; } =
        new() { Name = "cpu", Kind = FormOptionKind.Select, IsChangeable = true, IsVisible = true, Cost = 0, Setup = 0, Choices = [] };

    private static FormChoice Choice(string value, string display) => new() { Value = value, Display = display, Cost = 0, Setup = 0 };
}
