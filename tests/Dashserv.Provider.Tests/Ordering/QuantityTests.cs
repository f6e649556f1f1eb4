using Dashserv.Provider.Ordering.Matching;

namespace Dashserv.Provider.Tests.Ordering;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("4 Cores", "4")]
    [InlineData("16", "16")]
    [InlineData("8 GB RAM", "8")]
    [InlineData("8GB", "8")]
    [InlineData("1 TB NVMe SSD", "1000 1024")]
    [InlineData("1,5 TB", "1500 1536")]
    [InlineData("2 TiB", "2048")]
    [InlineData("1.000 GB SSD", "1000")]
    [InlineData("0.5 GB", "0.5")]
    [InlineData("512 MB", "0.5 0.512")]
    [InlineData("vCPU 2", "2")]
    [InlineData("2 vCPU", "2")]
    [InlineData("4x vCPU", "4")]
    [InlineData("4-Kern", "4")]
    [InlineData("Kerne: 4", "4")]
    [InlineData("Bis zu 4 vCores", "4")]
    [InlineData("RAM: 4 GB DDR4", "4")]
    [InlineData("4 GB DDR4-3200 ECC", "4")]
    [InlineData("4 Kerne AMD EPYC 7702", "4")]
    [InlineData("AMD EPYC 7702 (4 Kerne)", "4")]
    [InlineData("4 vCores @ 2.4 GHz", "4")]
    [InlineData("8 GB (2x 4 GB)", "8")]
    [InlineData("50 GB SSD (+3,99 €)", "50")]
    [InlineData("1 TB (1000 GB)", "1000 1024")]
    [InlineData("2 x 500 GB", "")]
    [InlineData("2-4 GB", "")]
    [InlineData("2 bis 4 GB", "")]
    [InlineData("1 500 GB", "")]
    [InlineData("1,500 GB", "")]
    [InlineData("2 vCPU / 4 GB RAM", "")]
    [InlineData("3 GHz", "")]
    [InlineData("3 €", "")]
    [InlineData("CPU 3 GHz", "")]
    [InlineData("AMD Ryzen 9", "")]
    [InlineData("Intel Xeon E3-1270v2", "")]
    [InlineData("DDR4 ECC", "")]
    [InlineData("SSD RAID 10", "")]
    [InlineData("NVMe", "")]
    [InlineData("", "")]
    public void Read_Label_TellsWhatItMayMean(string label, string expected) =>
        Assert.Equal(expected, string.Join(' ', Quantity.Read(label).Select(n => n.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture))));

    // Beside another number that none of these words measures.
    [Theory]
    [InlineData("GB GiB", "4")]
    [InlineData("TB", "4000 4096")]
    [InlineData("TiB", "4096")]
    [InlineData("MB MiB", "0.0039 0.004")]
    [InlineData("CPU CPUs vCPU vCPUs Core Cores vCore vCores Kern Kerne Kernen Prozessor Prozessoren Prozessorkerne", "4")]
    [InlineData("RAM Memory Arbeitsspeicher Hauptspeicher Speicher Speicherplatz Disk Storage Festplatte SSD HDD NVMe", "4")]
    public void Read_Measure_TellsWhichNumberIsMeant(string measures, string expected) => Assert.All(
        measures.Split(' '),
        measure => Assert.Equal(
            expected,
            string.Join(' ', Quantity.Read($"Modell 7: 4 {measure}").Select(n => n.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)))));

    [Theory]
    [InlineData("Hz MHz GHz kbit Mbit Gbit Mbps Gbps EUR Euro Cent € %")]
    public void Read_OtherMeasure_IsNoAmount(string measures) => Assert.All(measures.Split(' '), measure => Assert.Empty(Quantity.Read($"4 {measure}")));
}
