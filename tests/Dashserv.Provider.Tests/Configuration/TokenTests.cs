using CoreHarness;
using Dashserv.Provider.Tests.Vservers;

namespace Dashserv.Provider.Tests.Configuration;

/// <summary>Where the token comes from, and what is said, and not said, when there is none that works.</summary>
public sealed class TokenTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public async Task TokenFile_Configured_IsReadWithoutItsBlanks()
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        await File.WriteAllTextAsync(_file, " simulator-customer\n", TestContext.Current.CancellationToken);
        Assert.Equal("customer", await provider.AccountAsync(provider.Block.Without("token").With("token_file", _file)));
    }

    [Fact]
    public async Task TokenFile_InEnvironment_IsRead()
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        await File.WriteAllTextAsync(_file, "simulator-customer", TestContext.Current.CancellationToken);
        Assert.Equal("customer", await provider.Set("DASHSERV_TOKEN_FILE", _file).AccountAsync(provider.Block.Without("token")));
    }

    [Theory]
    [InlineData("simulator-customer")]
    [InlineData("simulator-customer\n")]
    public async Task Token_InEnvironment_IsUsed(string token)
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        Assert.Equal("customer", await provider.Set("DASHSERV_TOKEN", token).AccountAsync(provider.Block.Without("token")));
    }

    [Theory]
    [InlineData("token")]
    [InlineData("token_file")]
    public async Task Configuration_BesideEnvironment_Wins(string attribute)
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        await File.WriteAllTextAsync(_file, "simulator-reseller", TestContext.Current.CancellationToken);
        provider.Set("DASHSERV_TOKEN", "simulator-customer").Set("DASHSERV_TOKEN_FILE", "/nowhere");
        Assert.Equal(
            "reseller", await provider.AccountAsync(provider.Block.Without("token").With(attribute, attribute == "token" ? "simulator-reseller" : _file)));
    }

    [Fact]
    public async Task Token_EmptyInEnvironment_IsNone()
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        await File.WriteAllTextAsync(_file, "simulator-customer", TestContext.Current.CancellationToken);
        Assert.Equal("customer", await provider.Set("DASHSERV_TOKEN", "").Set("DASHSERV_TOKEN_FILE", _file).AccountAsync(provider.Block.Without("token")));
    }

    [Fact]
    public async Task Configuration_BothTokens_IsAnError()
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        var error = ProviderWorld.TheError(await provider.ConfigureAsync(provider.Block.With("token_file", _file)));
        Assert.Equal(("Two tokens", "token_file"), (error.Summary, error.Path.ToString()));
        Assert.DoesNotContain("simulator-reseller", error.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("token")]
    [InlineData("token_file")]
    public async Task Configuration_EmptyToken_IsAnError(string attribute)
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        Assert.Equal(attribute, ProviderWorld.TheError(await provider.ConfigureAsync(provider.Block.Without("token").With(attribute, ""))).Path.ToString());
    }

    [Fact]
    public async Task NoToken_IsAnErrorOnlyWhenFirstNeeded()
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        Assert.Empty(await provider.ConfigureAsync(provider.Block.Without("token").With("plan_checks", false)));
        Assert.Empty((await provider.Core.Resource(TestVserver.Type).PlanAsync(TestVserver.Config)).Diagnostics);
        var error = ProviderWorld.TheError((await provider.Core.ReadDataAsync("dashserv_vservers", Config.Empty)).Diagnostics);
        Assert.All(
            ["token", "token_file", "DASHSERV_TOKEN", "DASHSERV_TOKEN_FILE", "customer panel"],
            word => Assert.Contains(word, error.Detail, StringComparison.Ordinal));
        Assert.Equal(0, provider.Simulator.Journal.Count());
    }

    [Fact]
    public async Task NoToken_InARefresh_RemovesNothing()
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        Assert.Empty(await provider.ConfigureAsync(provider.Block));
        var server = provider.Core.Resource(TestVserver.Type);
        Assert.Empty(await server.ApplyAsync(TestVserver.Config));
        var before = server.State;
        Assert.Empty(await provider.ConfigureAsync(provider.Block.Without("token")));
        ProviderWorld.TheError(await server.RefreshAsync());
        Assert.Equal(before, server.State);
    }

    [Theory]
    [InlineData("token_file", false)]
    [InlineData("DASHSERV_TOKEN_FILE", true)]
    public async Task TokenFile_MissingOrEmpty_IsNamedWithItsSource(string source, bool fromEnvironment)
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        foreach (var (file, told) in ((string, string)[])[("/nowhere/token", "cannot be read"), (_file, "is empty")])
        {
            var block = provider.Block.Without("token");
            provider.Set("DASHSERV_TOKEN_FILE", fromEnvironment ? file : null);
            var error = ProviderWorld.TheError((await provider.AskAsync(fromEnvironment ? block : block.With("token_file", file))).Diagnostics);
            Assert.All([file, source, told], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(65_537, "more than 64 KiB")]
    [InlineData(4_097, "more than 4096")]
    public async Task TokenFile_TooLong_IsNotSent(int length, string told)
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        await File.WriteAllTextAsync(_file, new string('t', length), TestContext.Current.CancellationToken);
        var error = ProviderWorld.TheError((await provider.AskAsync(provider.Block.Without("token").With("token_file", _file))).Diagnostics);
        Assert.All([_file, "token_file", told], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
        Assert.Equal(0, provider.Simulator.Journal.Count());
    }

    [Theory]
    [InlineData("/dev/zero", "64 KiB")]
    [InlineData("/dev/null", "is empty")]
    [InlineData("/tmp", "cannot be read")]
    public async Task TokenFile_NoRegularFile_IsToldAtOnce(string file, string told)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the files are Linux's");
        await using var provider = await ConfiguredProvider.StartAsync();
        var error = ProviderWorld.TheError((await provider.AskAsync(provider.Block.Without("token").With("token_file", file))).Diagnostics);
        Assert.All([file, told], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task TokenFile_PipeThatNobodyWritesTo_IsToldAtOnce()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "has no such files");
        await using var provider = await ConfiguredProvider.StartAsync();
        File.Delete(_file);
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", _file))
        {
            await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var error = ProviderWorld.TheError((await provider.AskAsync(provider.Block.Without("token").With("token_file", _file))).Diagnostics);
        Assert.All(["a pipe", "regular file"], part => Assert.Contains(part, error.Detail, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("line\nbreak")]
    [InlineData("tökén-of-mine")]
    public async Task Token_NoTokenCanBeSo_IsAnErrorThatDoesNotShowIt(string token)
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        var error = ProviderWorld.TheError((await provider.AskAsync(provider.Block.With("token", token))).Diagnostics);
        Assert.Equal("No usable API token", error.Summary);
        Assert.Contains("blank, a line break", error.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(token, error.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("bug in the provider", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_Wrong_IsNotShown()
    {
        await using var provider = await ConfiguredProvider.StartAsync();
        var error = ProviderWorld.TheError((await provider.AskAsync(provider.Block.With("token", "wr0ng-t0ken"))).Diagnostics);
        Assert.Contains("DASHSERV_TOKEN", error.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("wr0ng-t0ken", $"{error.Summary} {error.Detail}", StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(_file);
}
