using Dashserv.Provider.Ordering;

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
    [InlineData("2 x 500 GB", "2")]
    [InlineData("NVMe", "")]
    [InlineData("", "")]
    public void Read_Label_TellsWhatItMayMean(string label, string expected) =>
        Assert.Equal(expected, string.Join(' ', Quantity.Read(label).Select(n => n.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture))));
}
