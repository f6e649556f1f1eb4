using CoreHarness;
using Dashserv.Simulator.Faults;

namespace Dashserv.Provider.Tests.Products;

/// <summary>What a user has entered into the options may come of a sensitive value, which Terraform tells nobody.</summary>
public sealed class ProductSecretTests
{
    private const string Entered = "s3cr3t/entered=text";

    private static readonly Config Config = TestProduct.Bare.With("options", TestProduct.Options.With("domain", Entered));

    [Theory]
    [InlineData(422, """{"success":false,"data":{"field":"domain","value":"s3cr3t\\/entered=text","msg":"no_domain"}}""")]
    [InlineData(412, """{"success":false,"data":"s3cr3t/entered=text: that is no domain"}""")]
    [InlineData(500, "<p>s3cr3t&#x2F;entered&equals;text</p>")]
    [InlineData(412, """{"success":false,"data":{"sent":"s3cr3t%2Fentered%3Dtext"}}""")]
    public async Task Options_QuotedByTheApi_AreWithheld(int status, string text)
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.Faults.Add(new FaultRule { Method = "POST", Path = "/v1/manage/product/*", Times = 0, Status = status, Text = text });
        var told = string.Join('\n', await world.Product().ApplyAsync(Config));
        Assert.Contains("HTTP " + status, told, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_WithControlCharacters_DoNothingToATerminal()
    {
        await using var world = await ProviderWorld.StartAsync();
        world.Simulator.Faults.Add(new FaultRule
        {
            Method = "POST",
            Path = "/v1/manage/product/*",
            Times = 0,
            Status = 412,
            Text = """{"success":false,"data":"no\u001b]0;owned\u0007 \u202e \r\u009b2J \u2028 way"}""",
        });
        var error = ProviderWorld.TheError(await world.Product().ApplyAsync(TestProduct.Config));
        Assert.Contains("owned", error.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(error.Summary + error.Detail, c => (char.IsControl(c) && c != '\n') || c is '\u202e' or '\u2028');
    }
}
