using Google.Protobuf;
using TerraformPlugin.Server;
using TerraformPlugin.Tests.Corner;
using TerraformPlugin.Values;
using Proto = TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Tests.Server;

/// <summary>What is around every call: whatever it throws is told, what it has answered by then is answered, and it can be stopped.</summary>
public sealed class ProviderSessionTests : IDisposable
{
    private readonly CornerCloud _cloud = new();
    private readonly ProviderSession _session;
    private readonly Proto.ReadResource.Types.Response _response = new();

    public ProviderSessionTests() => _session = new ProviderSession(new CornerProvider(_cloud));

    [Fact]
    public async Task AnswerAsync_CallThatThrows_AnswersAsFarAsItCameAndTellsAll()
    {
        var answer = await AnswerAsync((diagnostics, _) =>
        {
            diagnostics.Warning("name", "Odd", "It is odd.");
            _response.Private = ByteString.CopyFromUtf8("so far");
            throw new TimeoutException("too slow");
        });

        Assert.Same(_response, answer);
        Assert.Equal("so far", _response.Private.ToStringUtf8());
        Assert.Equal(["Odd", "The provider failed unexpectedly"], _response.Diagnostics.Select(d => d.Summary));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AnswerAsync_StoppedOrAbandoned_FiresTheOneToken(bool stopped)
    {
        using var abandoned = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var answering = _session.AnswerAsync(_response, _response.Diagnostics, abandoned.Token, async (_, cancellationToken) =>
        {
            begun.SetResult();

            // So long only where the token does not fire.
            await Task.Delay(TimeSpan.FromMinutes(1), cancellationToken);
        });
        await begun.Task;

        if (stopped)
        {
            _session.Stop();
        }
        else
        {
            await abandoned.CancelAsync();
        }

        await answering;
        Assert.Equal("Interrupted", Assert.Single(_response.Diagnostics).Summary);
    }

    [Fact]
    public async Task AnswerAsync_AfterAStop_RunsAsEver()
    {
        _session.Stop();

        await AnswerAsync((_, cancellationToken) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Task.CompletedTask;
        });

        Assert.Empty(_response.Diagnostics);
    }

    [Fact]
    public async Task AnswerAsync_CancellationOfSomethingElse_IsNoInterruption()
    {
        await AnswerAsync((_, _) => throw new OperationCanceledException("of something else"));

        Assert.Equal("The provider failed unexpectedly", Assert.Single(_response.Diagnostics).Summary);
    }

    [Fact]
    public async Task Explain_ByTheProvider_ComesFirst()
    {
        _cloud.Explaining = e => new Diagnostic(Severity.Error, "In our words", e.Message, AttributePath.Of("name"));

        await AnswerAsync((_, _) => throw new TimeoutException("too slow"));

        var told = Assert.Single(_response.Diagnostics);
        Assert.Equal(("In our words", "too slow", "name"), (told.Summary, told.Detail, told.Attribute.Steps.Single().AttributeName));
    }

    [Fact]
    public async Task Explain_ThatThrowsItself_HidesNeitherFailure()
    {
        _cloud.Explaining = _ => throw new FormatException("no words");

        await AnswerAsync((_, _) => throw new TimeoutException("too slow"));

        var told = Assert.Single(_response.Diagnostics);
        Assert.Equal("The provider failed unexpectedly", told.Summary);
        Assert.Contains("TimeoutException: too slow", told.Detail, StringComparison.Ordinal);
        Assert.Contains("FormatException: no words", told.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_OfAFailureWithACause_TellsTheCause()
    {
        await AnswerAsync((_, _) => throw new TypeInitializationException("Table", new FormatException("the cause")));

        Assert.Contains("FormatException: the cause", Assert.Single(_response.Diagnostics).Detail, StringComparison.Ordinal);
    }

    public void Dispose() => _session.Dispose();

    private Task<IMessage> AnswerAsync(Func<Diagnostics, CancellationToken, Task> call) =>
        _session.AnswerAsync(_response, _response.Diagnostics, TestContext.Current.CancellationToken, call);
}
