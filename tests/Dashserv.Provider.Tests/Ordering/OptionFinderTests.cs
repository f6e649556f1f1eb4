using Dashserv.Provider.Ordering.Matching;

namespace Dashserv.Provider.Tests.Ordering;

/// <summary>Which option of a form an attribute answers: the one that is called so, and can take it.</summary>
public sealed class OptionFinderTests
{
    [Theory]
    [InlineData("cpu")]
    [InlineData("CPUs")]
    [InlineData("vcpu")]
    [InlineData("vCPUs")]
    [InlineData("cpu_cores")]
    [InlineData("cpu-cores")]
    [InlineData("Kerne")]
    public void Find_NameForCores_IsKnown(string name) => Assert.Equal(name, Found(OptionNames.Cores, ArgumentType.Number, TestForm.Number(name)));

    [Theory]
    [InlineData("memory")]
    [InlineData("Arbeitsspeicher")]
    [InlineData("ram_size")]
    public void Find_NameForRam_IsKnown(string name) => Assert.Equal(name, Found(OptionNames.Ram, ArgumentType.Number, TestForm.Number(name)));

    [Theory]
    [InlineData("storage")]
    [InlineData("hdd")]
    [InlineData("SSD")]
    [InlineData("disk-size")]
    [InlineData("Festplatte")]
    public void Find_NameForADisk_IsKnown(string name) => Assert.Equal(name, Found(OptionNames.Disk, ArgumentType.Number, TestForm.Number(name)));

    [Theory]
    [InlineData("operating_system")]
    [InlineData("OperatingSystem")]
    [InlineData("betriebssystem")]
    [InlineData("template")]
    public void Find_NameForAnImage_IsKnown(string name) =>
        Assert.Equal(name, Found(OptionNames.OperatingSystem, ArgumentType.OperatingSystem, TestForm.Select(name, "Debian 11")));

    [Theory]
    [InlineData("servername")]
    [InlineData("server_name")]
    [InlineData("hostname")]
    public void Find_NameForAName_IsKnown(string name) => Assert.Equal(name, Found(OptionNames.Name, ArgumentType.Text, TestForm.Text(name)));

    [Fact]
    public void Find_ProcessorsToChooseBesideANumberOfCores_IsTheNumber()
    {
        var processors = TestForm.Select("cpu", "Intel Xeon Gold 6140", "AMD EPYC 7702");
        Assert.Equal("cores", Found(OptionNames.Cores, ArgumentType.Number, processors, TestForm.Number("cores")));
        Assert.Equal("cpu", Found(OptionNames.Cores, ArgumentType.Number, TestForm.Number("cpu"), TestForm.Select("cores", "wenige", "viele")));
    }

    [Fact]
    public void Find_TwoNumbers_IsTheOneThatNamesCores() =>
        Assert.Equal("cores", Found(OptionNames.Cores, ArgumentType.Number, TestForm.Number("cpu"), TestForm.Number("cores")));

    [Fact]
    public void Find_NothingToChange_IsOnlyTakenWhereThereIsNoOther()
    {
        var fixedCores = TestForm.Number("cores", 1, 1) with { IsChangeable = false };
        Assert.Equal("vcpu", Found(OptionNames.Cores, ArgumentType.Number, fixedCores, TestForm.Number("vcpu")));
        Assert.Equal("cores", Found(OptionNames.Cores, ArgumentType.Number, fixedCores));
    }

    [Fact]
    public void Find_NothingThatTakesIt_IsNone()
    {
        Assert.Null(Found(OptionNames.Cores, ArgumentType.Number, TestForm.Select("cpu", "Intel Xeon Gold 6140", "AMD EPYC 7702")));
        Assert.Null(Found(OptionNames.Name, ArgumentType.Text, TestForm.Select("host", "node1", "node2")));
    }

    private static string? Found(IReadOnlyList<string> names, ArgumentType kind, params Api.Models.FormOption[] options) =>
        OptionFinder.Find(TestForm.Of(options), kind, names)?.Name;
}
