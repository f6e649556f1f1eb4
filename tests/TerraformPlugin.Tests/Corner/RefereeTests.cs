using CoreHarness;

namespace TerraformPlugin.Tests.Corner;

/// <summary>
/// A resource that breaks the rules: the framework reports it with its place before core would complain, and in what it lets through
/// core's referee finds nothing.
/// </summary>
public sealed class RefereeTests : CornerTest
{
    [Theory]
    [InlineData("plan:change", "name")]
    [InlineData("plan:secret", "secret")]
    [InlineData("plan:count", "parts")]
    [InlineData("plan:nowhere", "parts[7]")]
    public async Task Plan_BreakingARule_IsReportedWithItsPlace(string name, string path)
    {
        var plan = await Core.Resource("corner_broken").PlanAsync(Named(name).With("parts", Array.Empty<Config>()));

        Assert.Contains(plan.Diagnostics, d => d.Path.ToString() == path && d.Summary == "The provider made an invalid plan");
    }

    [Theory]
    [InlineData("apply:nothing", "", "The provider's result is not what was planned")]
    [InlineData("apply:unknown", "id", "The provider left a value unknown")]
    [InlineData("apply:change", "name", "The provider's result is not what was planned")]
    public async Task Apply_BreakingARule_IsReportedWithItsPlace(string name, string path, string summary)
    {
        var applied = await Core.Resource("corner_broken").ApplyAsync(Named(name));

        var error = Assert.Single(applied);
        Assert.Equal((path, summary), (error.Path.ToString(), error.Summary));
    }

    [Fact]
    public async Task Apply_WriteOnlyValueInTheResult_IsDropped()
    {
        var broken = Core.Resource("corner_broken");

        Assert.Empty(await broken.ApplyAsync(Named("apply:secret").With("secret", "s")));
        Assert.Null(broken["secret"]);
    }

    [Fact]
    public async Task Import_WriteOnlyValueInTheState_IsDropped()
    {
        var broken = Core.Resource("corner_broken");

        Assert.Empty(await broken.ImportAsync("7"));
        Assert.Equal(("7", null), (broken["id"], broken["secret"]));
    }

    [Fact]
    public async Task Read_WriteOnlyValueInTheState_IsDropped()
    {
        var broken = Core.Resource("corner_broken");
        await broken.ApplyAsync(Named("n"));

        Assert.Empty(await broken.RefreshAsync());
        Assert.Null(broken["secret"]);
    }

    [Fact]
    public async Task Delete_ReportingAnError_KeepsTheState()
    {
        var broken = Core.Resource("corner_broken");
        await broken.ApplyAsync(Named("n"));

        Assert.Equal("name", Assert.Single(await broken.DestroyAsync()).Path.ToString());
        Assert.Equal("n", broken["name"]);
    }

    [Fact]
    public async Task Update_ThatAssignsNoState_IsReported()
    {
        var broken = Core.Resource("corner_broken");
        await broken.ApplyAsync(Named("n"));

        var applied = await broken.ApplyAsync(Named("other"));

        Assert.Equal("name", Assert.Single(applied).Path.ToString());
        Assert.Equal("n", broken["name"]);
    }
}
