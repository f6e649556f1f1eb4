using TerraformPlugin.Hosting;

namespace TerraformPlugin.Tests.Hosting;

public sealed class HomeFolderTests : IDisposable
{
    private readonly string? _home = Environment.GetEnvironmentVariable("HOME");

    [Theory]
    [InlineData(null, HomeFolder.None)]
    [InlineData("", HomeFolder.None)]
    [InlineData("/home/me", "/home/me")]
    public void Provide_HomeThatIsNone_IsOneThatNobodyHas(string? before, string after)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "has no HOME");
        Environment.SetEnvironmentVariable("HOME", before);
        HomeFolder.Provide();
        Assert.Equal(after, Environment.GetEnvironmentVariable("HOME"));
        Assert.False(Directory.Exists(HomeFolder.None));
    }

    public void Dispose() => Environment.SetEnvironmentVariable("HOME", _home);
}
