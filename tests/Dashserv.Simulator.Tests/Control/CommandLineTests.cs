namespace Dashserv.Simulator.Tests.Control;

public sealed class CommandLineTests
{
    [Fact]
    public void Parse_OfEverything_SetsIt()
    {
        var command = CommandLine.Parse(
            ["--port", "8080", "--forms", "b", "--locations", "one", "--time", "virtual", "--deployment", "500ms", "--rate", "5", "--optional", "off",
            "--token", "t1=acme:reseller", "--token", "t2=acme:reseller:readonly"]);

        Assert.Equal(
            (8080, FormStyle.B, LocationStyle.One, 5, false),
            (command.Options.Url.Port, command.Options.FormStyle, command.Options.Locations, command.Options.RequestsPerSecond,
                command.Options.OptionalEndpoints));
        Assert.Equal(TimeSpan.FromMilliseconds(500), command.Options.DeploymentTime);
        Assert.IsType<VirtualClock>(command.Time);
        Assert.Equal([("t1", false), ("t2", true)], command.Options.Tokens.Select(t => (t.Token, t.ReadOnly)));
    }

    [Theory]
    [InlineData("--nonsense", "1")]
    [InlineData("--port")]
    [InlineData("--forms", "z")]
    [InlineData("--time", "unreal")]
    [InlineData("--token", "x")]
    public void Parse_OfSomethingWrong_SaysSo(params string[] args) => Assert.Throws<FormatException>(() => CommandLine.Parse(args));
}
