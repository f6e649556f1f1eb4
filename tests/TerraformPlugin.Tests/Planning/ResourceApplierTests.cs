using TerraformPlugin.Planning;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Planning.PlanValues;

namespace TerraformPlugin.Tests.Planning;

/// <summary>What is kept of an apply, however it ends.</summary>
public sealed class ResourceApplierTests
{
    private readonly Diagnostics _diagnostics = new();
    private TfValue _state = TfValue.Null;
    private TfValue? _kept;

    [Fact]
    public async Task ApplyAsync_AsPlanned_KeepsTheStateWithoutWriteOnlyValues()
    {
        await ApplyAsync(In("one", Part(("plain", "p"), ("computed", Unknown))), () =>
        {
            _state = In("one", Part(("plain", "p"), ("computed", "c"), ("secret", "s")));
            return Task.CompletedTask;
        });

        Assert.Equal(In("one", Part(("plain", "p"), ("computed", "c"))), _kept);
        Assert.Empty(_diagnostics);
    }

    [Fact]
    public async Task ApplyAsync_NotAsPlanned_KeepsTheStateAndReportsEachPlace()
    {
        await ApplyAsync(Of(("text", "t")), () =>
        {
            _state = Of(("text", "other"));
            return Task.CompletedTask;
        });

        Assert.Equal(Of(("text", "other")), _kept);
        Assert.Equal("text", Assert.Single(_diagnostics).Path.ToString());
    }

    [Fact]
    public async Task ApplyAsync_LeavingSomethingUnknown_KeepsNullAndReportsThatAlone()
    {
        await ApplyAsync(Of(("text", "t")), () =>
        {
            _state = Of(("text", Unknown));
            return Task.CompletedTask;
        });

        Assert.Equal(Of(), _kept);
        Assert.Equal("The provider left a value unknown", Assert.Single(_diagnostics).Summary);
    }

    [Fact]
    public async Task ApplyAsync_WorkThatThrows_KeepsWhatIsInTheStateByThenAndThrows()
    {
        var e = await Assert.ThrowsAsync<TimeoutException>(() => ApplyAsync(Of(("text", "t")), async () =>
        {
            _state = In("one", Part(("plain", "p"), ("computed", Unknown), ("secret", "s")));
            await Task.Yield();
            throw new TimeoutException("too slow");
        }));

        Assert.Equal("too slow", e.Message);
        Assert.Equal(In("one", Part(("plain", "p"))), _kept);
        Assert.Empty(_diagnostics);
    }

    [Fact]
    public async Task ApplyAsync_WorkThatThrowsAtOnce_KeepsTheStateToo()
    {
        _state = Of(("text", "t"));

        await Assert.ThrowsAsync<TimeoutException>(() => ApplyAsync(TfValue.Null, () => throw new TimeoutException()));

        Assert.Equal(Of(("text", "t")), _kept);
    }

    [Fact]
    public async Task ApplyAsync_WorkThatReportsAnError_KeepsTheStateAndChecksNothing()
    {
        await ApplyAsync(Of(("text", "t")), () =>
        {
            _state = In("one", Part(("plain", "p"), ("computed", Unknown)));
            _diagnostics.Error("Refused", "The API refused.");
            return Task.CompletedTask;
        });

        Assert.Equal(In("one", Part(("plain", "p"))), _kept);
        Assert.Equal("Refused", Assert.Single(_diagnostics).Summary);
    }

    private Task ApplyAsync(TfValue planned, Func<Task> workAsync) =>
        ResourceApplier.ApplyAsync(PlanModel.Table, planned, workAsync, () => _state, state => _kept = state, _diagnostics);
}
