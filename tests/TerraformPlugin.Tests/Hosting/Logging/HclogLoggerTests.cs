using System.IO.Pipes;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using TerraformPlugin.Hosting.Logging;

namespace TerraformPlugin.Tests.Hosting.Logging;

public sealed class HclogLoggerTests : IDisposable
{
    private readonly MemoryStream _target = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2031, 2, 3, 4, 5, 6, TimeSpan.Zero).AddTicks(70));

    [Fact]
    public void Log_WithValues_IsOneJsonLineOfHclogsKeys()
    {
        Logger().LogWarning("ordered {Product} for {Price}, {Ready}", "vserver", 12, true);

        Assert.Equal(
            """{"@level":"warn","@message":"ordered vserver for 12, True","@module":"provider","@timestamp":"2031-02-03T04:05:06.000007Z","Product":"vserver","Price":12,"Ready":true}""" + "\n",
            Text());
    }

    [Fact]
    public void Log_WhatIsSecretOrActsOnATerminal_IsInNoPartOfTheLine()
    {
        using var loggers = new HclogLoggerFactory(_target, LogLevel.Trace, _time)
        {
            Redact = static text => text.Replace("hunter2", "***", StringComparison.Ordinal),
        };
        var logger = loggers.CreateLogger("provider");

        using (logger.BeginScope(new Dictionary<string, object?> { ["scope"] = "hunter2" }))
        {
            logger.LogWarning(new InvalidOperationException("hunter2"), "told {What}\u001b[2J", "hunter2\u0007");
        }

        Assert.DoesNotContain("hunter2", Text(), StringComparison.Ordinal);
        Assert.Equal(("told ***  [2J", "*** "), (Line().GetProperty("@message").GetString(), Line().GetProperty("What").GetString()));
    }

    [Theory]
    [InlineData(LogLevel.Trace, "trace")]
    [InlineData(LogLevel.Debug, "debug")]
    [InlineData(LogLevel.Information, "info")]
    [InlineData(LogLevel.Warning, "warn")]
    [InlineData(LogLevel.Error, "error")]
    [InlineData(LogLevel.Critical, "error")]
    public void Log_AtLevel_NamesItAsHclogDoes(LogLevel level, string name)
    {
        Logger().Log(level, "x");

        Assert.Equal(name, Line().GetProperty("@level").GetString());
    }

    [Fact]
    public void Log_BelowLevel_WritesAndFormatsNothing()
    {
        var logger = Logger(LogLevel.Warning);

        logger.Log(LogLevel.Information, 0, "state", null, (_, _) => throw new InvalidOperationException("formatted"));

        Assert.False(logger.IsEnabled(LogLevel.Information));
        Assert.Empty(Text());
    }

    [Fact]
    public void Log_WithLogOff_WritesNotEvenErrors()
    {
        Logger(LogLevel.None).LogCritical("x");

        Assert.Empty(Text());
    }

    [Fact]
    public void Log_ToAReaderThatDied_HarmsNobody()
    {
        using var pipe = new AnonymousPipeServerStream(PipeDirection.Out);
        pipe.DisposeLocalCopyOfClientHandle();
        using var factory = new HclogLoggerFactory(pipe, LogLevel.Debug, _time);

        Assert.Throws<IOException>(() => pipe.Write("x"u8));
        factory.CreateLogger("provider").LogInformation("x");
    }

    [Fact]
    public void Log_OfTheWebServer_StartsAtWarning()
    {
        using var factory = new HclogLoggerFactory(_target, LogLevel.Debug, _time);

        Assert.False(factory.CreateLogger("Microsoft.AspNetCore.Routing").IsEnabled(LogLevel.Information));
        Assert.True(factory.CreateLogger("Grpc.AspNetCore.Server").IsEnabled(LogLevel.Warning));
        Assert.True(factory.CreateLogger("provider").IsEnabled(LogLevel.Debug));
    }

    [Fact]
    public void Log_WithException_CarriesItsText()
    {
        Logger().LogError(new InvalidOperationException("broken"), "failed");

        Assert.Equal("System.InvalidOperationException: broken", Line().GetProperty("error").GetString());
    }

    [Fact]
    public void Log_InScope_CarriesItsValues()
    {
        var logger = Logger();
        using (logger.BeginScope(new Dictionary<string, object?> { ["tf_rpc"] = "ReadResource", ["@level"] = "no" }))
        {
            logger.LogInformation("x");
        }

        Assert.Equal("ReadResource", Line().GetProperty("tf_rpc").GetString());
        Assert.Equal("info", Line().GetProperty("@level").GetString());
    }

    [Theory]
    [InlineData('x')]
    [InlineData('\u0001')]
    [InlineData('\ud800')]
    [InlineData('ä')]
    public void Log_OfEndlessText_StaysALineThatGoPluginReadsWhole(char character)
    {
        var endless = new string(character, 200_000);

        Logger().LogInformation(
            new InvalidOperationException(endless), "{A} {B} {C} {D} {E} {F} {G}", endless, endless, endless, endless, endless, endless, endless);

        Assert.InRange(_target.Length, 1_000, 64 * 1024 - 1);
        Assert.Equal("info", Line().GetProperty("@level").GetString());
    }

    [Fact]
    public void Log_WithLineBreaks_StaysOneLine()
    {
        Logger().LogInformation("a\nb\r\n\"c\"");

        Assert.Equal(1, Text().Count(c => c == '\n'));
        Assert.Equal("a\nb\n\"c\"", Line().GetProperty("@message").GetString());
    }

    [Fact]
    public void Log_FromManyThreads_WritesWholeLines()
    {
        var logger = Logger();

        Parallel.For(0, 1_000, i => logger.LogInformation("line {Number} {Filler}", i, new string('x', 500)));

        var lines = Text().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            Enumerable.Range(0, 1_000),
            lines.Select(line => JsonElement.Parse(line).GetProperty("Number").GetInt32()).Order());
    }

    public void Dispose() => _target.Dispose();

    private ILogger Logger(LogLevel level = LogLevel.Trace)
    {
        using var factory = new HclogLoggerFactory(_target, level, _time);
        return factory.CreateLogger("provider");
    }

    private string Text() => Encoding.UTF8.GetString(_target.ToArray());

    private JsonElement Line() => JsonElement.Parse(Text());
}
