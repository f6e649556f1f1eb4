using TerraformPlugin.Values;

namespace TerraformPlugin.Tests.Schema;

/// <summary>What is read from a record, and what a record does not touch.</summary>
public sealed class FillTests
{
    private static readonly MachineRecord Machine = new("web", 4, 3.99m, true, new DiskRecord("S1", 80));

    private readonly MachineModel _model = new();

    [Fact]
    public void Fill_FromARecord_ReadsEveryLineThatIsReadFromIt()
    {
        MachineModel.Table.Fill(_model, Machine);

        Assert.Equal(("web", 4, 3.99m, true), (_model.Name.Known, _model.Cores.Known, _model.Price.Known, _model.Online.Known));
    }

    [Fact]
    public void Fill_WhatTheRecordLeavesOut_IsNull()
    {
        MachineModel.Table.Fill(_model, Machine);

        MachineModel.Table.Fill(_model, new MachineRecord());

        Assert.True(_model.Name.IsNull, "a text");
        Assert.True(_model.Cores.IsNull, "a whole number");
        Assert.True(_model.Price.IsNull, "a decimal");
        Assert.True(_model.Online.IsNull, "a flag");
    }

    [Fact]
    public void Fill_WhatWasUnknown_IsKnownOrNull()
    {
        (_model.Name, _model.Cores) = (Value<string>.Unknown, Value<long>.Unknown);

        MachineModel.Table.Fill(_model, new MachineRecord(Name: "web"));

        Assert.Equal("web", _model.Name.Known);
        Assert.True(_model.Cores.IsNull);
    }

    [Fact]
    public void Fill_FromTwoRecords_EachFillsItsOwnLines()
    {
        MachineModel.Table.Fill(_model, Machine);
        MachineModel.Table.Fill(_model, Machine.Disk!);

        Assert.Equal(("web", 4, "S1", 80), (_model.Name.Known, _model.Cores.Known, _model.Serial.Known, _model.DiskSize.Known));

        MachineModel.Table.Fill(_model, new DiskRecord());

        Assert.Equal(("web", 4), (_model.Name.Known, _model.Cores.Known));
        Assert.True(_model.Serial.IsNull);
        Assert.True(_model.DiskSize.IsNull);
    }

    [Fact]
    public void Fill_ALineWithoutASource_StaysAsItIs()
    {
        (_model.Note, _model.Serial) = ("mine", Value<string>.Unknown);

        MachineModel.Table.Fill(_model, Machine);

        Assert.Equal("mine", _model.Note.Known);
        Assert.True(_model.Serial.IsUnknown);
    }

    [Fact]
    public void Fill_FromARecordThatNoLineIsReadFrom_ChangesNothing()
    {
        _model.Name = "mine";

        MachineModel.Table.Fill(_model, "a text");

        Assert.Equal("mine", _model.Name.Known);
    }

    [Fact]
    public void Fill_FromARecordDerivedFromTheSource_IsReadAlike()
    {
        MachineModel.Table.Fill(_model, new RackMachine("web"));

        Assert.Equal("web", _model.Name.Known);
    }

    [Fact]
    public void Fill_OfAModelThatHoldsAnother_ReachesBoth()
    {
        var lookup = new MachineLookup();

        MachineLookup.Table.Fill(lookup, Machine);

        Assert.Equal(("id of web", "web", 4), (lookup.Id.Known, lookup.Machine.Name.Known, lookup.Machine.Cores.Known));
        Assert.True(lookup.Machine.Serial.IsNull);
    }

    private sealed record RackMachine(string Name) : MachineRecord(Name);
}
