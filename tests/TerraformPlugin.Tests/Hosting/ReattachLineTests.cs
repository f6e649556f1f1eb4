using TerraformPlugin.Hosting;

namespace TerraformPlugin.Tests.Hosting;

public sealed class ReattachLineTests
{
    [Fact]
    public void Format_WithQuoteInThePath_StaysOneWordOfTheShell()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "another shell");

        var line = ReattachLine.Format("registry.terraform.io/example/test", 42, "unix", "/tmp/it's");

        Assert.Equal(
            "\tTF_REATTACH_PROVIDERS='{\"registry.terraform.io/example/test\":{\"Protocol\":\"grpc\",\"ProtocolVersion\":6,\"Pid\":42," +
            "\"Test\":true,\"Addr\":{\"Network\":\"unix\",\"String\":\"/tmp/it'\"'\"'s\"}}}'",
            line.Split('\n')[2]);
    }
}
