using Dashserv.Provider.Ordering.Matching;

namespace Dashserv.Provider.Tests.Ordering;

/// <summary>Which option of a form an attribute answers: the one that is called so, and can take it.</summary>
public sealed class OptionFinderTests
{
    public static TheoryData<string> Cores => Words(
        "cores core cpu_cores cpu-cores core_count vcores vcore kerne Kern cpu_kerne prozessorkerne rechenkerne vcpus vCPUs vcpu cpus CPUs cpu cpu_count "
            + "processors prozessoren");

    public static TheoryData<string> Ram => Words("ram memory Arbeitsspeicher hauptspeicher ram_size memory_size ram_gb memory_gb mem");

    public static TheoryData<string> Disks => Words(
        "disk disk_size disk-size disk_space disk_gb storage storage_size storage_space storage_gb SSD ssd_size nvme hdd hdd_size harddisk hard_drive drive "
            + "Festplatte festplattenspeicher festplattenplatz speicherplatz");

    public static TheoryData<string> Images => Words(
        "os image template operating_system OperatingSystem betriebssystem os_template os_image vm_image distribution distro");

    public static TheoryData<string> Names => Words(
        "name hostname servername server_name label host fqdn vm_name vserver_name display_name anzeigename");

    [Theory, MemberData(nameof(Cores))]
    public void Find_NameForCores_IsKnown(string name) => Assert.Equal(name, Found(OptionNames.Cores, ArgumentType.Number, TestForm.Number(name)));

    [Theory, MemberData(nameof(Ram))]
    public void Find_NameForRam_IsKnown(string name) => Assert.Equal(name, Found(OptionNames.Ram, ArgumentType.Number, TestForm.Number(name)));

    [Theory, MemberData(nameof(Disks))]
    public void Find_NameForADisk_IsKnown(string name) => Assert.Equal(name, Found(OptionNames.Disk, ArgumentType.Number, TestForm.Number(name)));

    [Theory, MemberData(nameof(Images))]
    public void Find_NameForAnImage_IsKnown(string name) =>
        Assert.Equal(name, Found(OptionNames.OperatingSystem, ArgumentType.OperatingSystem, TestForm.Select(name, "Debian 11")));

    [Theory, MemberData(nameof(Names))]
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

    private static TheoryData<string> Words(string words) => [.. words.Split(' ')];

    private static string? Found(IReadOnlyList<string> names, ArgumentType kind, params Api.Models.FormOption[] options) =>
        OptionFinder.Find(TestForm.Of(options), kind, names)?.Name;
}
