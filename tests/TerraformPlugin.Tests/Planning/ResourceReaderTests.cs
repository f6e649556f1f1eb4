using TerraformPlugin.Planning;
using TerraformPlugin.Values;
using static TerraformPlugin.Tests.Planning.PlanValues;

namespace TerraformPlugin.Tests.Planning;

/// <summary>What a read, an import and a data source make of what the author's code returns.</summary>
public sealed class ResourceReaderTests
{
    private readonly Diagnostics _diagnostics = new();

    [Fact]
    public async Task ReadAsync_OfNothing_AsksNobody() =>
        Assert.Null(await ResourceReader.ReadAsync(PlanModel.Table, TfValue.Null, _ => throw new InvalidOperationException("asked"), _diagnostics));

    [Fact]
    public async Task ReadAsync_ThatFails_LeavesTheStateAsItWas() =>
        Assert.Null(await ResourceReader.ReadAsync(PlanModel.Table, Of(), FailAsync, _diagnostics));

    [Fact]
    public async Task ReadAsync_OfWhatIsGone_IsNull() =>
        Assert.Equal(TfValue.Null, await ResourceReader.ReadAsync(PlanModel.Table, Of(), _ => Task.FromResult(TfValue.Null), _diagnostics));

    [Fact]
    public async Task ReadAsync_WhatStateMayNotHold_IsDropped()
    {
        var read = await ResourceReader.ReadAsync(
            PlanModel.Table, Of(), _ => Task.FromResult(In("one", Part(("secret", "s"), ("computed", Unknown)))), _diagnostics);

        Assert.Equal(In("one", Part()), read);
        Assert.Equal("one.computed", Assert.Single(_diagnostics).Path.ToString());
    }

    [Fact]
    public async Task ImportAsync_WithoutAnId_AsksNobodyAndSaysWhatToGive()
    {
        Assert.Null(await ResourceImporter.ImportAsync(PlanModel.Table, "", _ => throw new InvalidOperationException("asked"), _diagnostics));

        Assert.Equal("Import by identity is not supported", Assert.Single(_diagnostics).Summary);
    }

    [Fact]
    public async Task ImportAsync_ThatFails_ImportsNothing() =>
        Assert.Null(await ResourceImporter.ImportAsync(PlanModel.Table, "1", FailAsync, _diagnostics));

    [Fact]
    public async Task ImportAsync_WhatTheResourceLeavesOut_TakesItsDefault()
    {
        var imported = await ResourceImporter.ImportAsync(
            PlanModel.Table, "1", id => Task.FromResult(In("one", Part(("plain", id), ("secret", "s")))), _diagnostics);

        Assert.Equal(In("one", Part(("plain", "1"), ("default", "d"))), imported);
    }

    [Fact]
    public async Task ReadDataAsync_TheConfiguration_HasItsDefaults()
    {
        var read = await DataSourceReader.ReadAsync(PlanModel.Table, In("one", Part(("plain", "p"))), Task.FromResult, _diagnostics);

        Assert.Equal(In("one", Part(("plain", "p"), ("default", "d"))), read);
        Assert.Empty(_diagnostics);
    }

    [Fact]
    public async Task ReadDataAsync_ThatFails_HasNoResult() =>
        Assert.Null(await DataSourceReader.ReadAsync(PlanModel.Table, Of(), FailAsync, _diagnostics));

    private Task<TfValue> FailAsync<T>(T asked)
    {
        _diagnostics.Error("Refused", $"The API refused {asked}.");
        return Task.FromResult(Of(("text", "half read")));
    }
}
