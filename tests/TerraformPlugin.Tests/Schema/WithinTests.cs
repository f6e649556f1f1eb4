using TerraformPlugin.Schema;
using TerraformPlugin.Tests.Corner;
using TerraformPlugin.Values;

namespace TerraformPlugin.Tests.Schema;

/// <summary>A line of one model's table, shown by a model that holds that one.</summary>
public sealed class WithinTests
{
    public static TheoryData<string> Lines => [.. MachineModel.Table.Attributes.Select(a => a.Name)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Within_AnyLine_SaysWhatTheLineSaysOfItself(string name)
    {
        var (inner, shown) = (MachineModel.Table[name], MachineLookup.Table[name]);

        Assert.Equal((inner.Name, inner.Type, inner.Description, inner.IsSensitive), (shown.Name, shown.Type, shown.Description, shown.IsSensitive));
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Within_AnyLine_IsOnlyComputed(string name)
    {
        var shown = MachineLookup.Table[name];

        Assert.True(shown.IsComputed);
        Assert.False(shown.IsRequired || shown.IsOptional || shown.IsWriteOnly || shown.ForcesReplacement || shown.UsesStateForUnknown);
        Assert.Null(shown.DefaultValue);
    }

    [Theory]
    [InlineData("main", NestingMode.Single)]
    [InlineData("disks", NestingMode.List)]
    [InlineData("addons", NestingMode.Set)]
    [InlineData("slots", NestingMode.Map)]
    public void Within_ANestedObject_IsNestedAlike(string name, NestingMode nesting)
    {
        var inner = CornerModel.Table[name];
        var shown = inner.Within((Holder holder) => holder.Corner);

        Assert.Equal((nesting, inner.Type), (shown.Nesting, shown.Type));
        Assert.Same(inner.Nested, shown.Nested);
    }

    [Fact]
    public void Within_WithADescription_SaysThatInstead() =>
        Assert.Equal("Of the machine.", MachineModel.Table["name"].Within((MachineLookup m) => m.Machine, "Of the machine.").Description);

    [Fact]
    public void Within_OfAValue_IsKeptInThePart()
    {
        var lookup = new MachineLookup { Id = "1" };
        lookup.Machine.Name = "web";

        var copy = MachineLookup.Table.Copy(lookup);

        Assert.Equal(("1", "web"), (copy.Id.Known, copy.Machine.Name.Known));
        Assert.NotSame(lookup.Machine, copy.Machine);
    }

    [Fact]
    public void Within_WhatUsersMayNotWrite_IsNotCheckedAndNotCompared()
    {
        Assert.NotNull(MachineModel.Table["name"].FindProblem(new TfString(" "), AttributePath.Root));
        Assert.Null(MachineLookup.Table["name"].FindProblem(new TfString(" "), AttributePath.Root));

        Assert.True(MachineModel.Table["note"].AreSemanticallyEqual(new TfString("a"), new TfString("b")));
        Assert.False(MachineLookup.Table["note"].AreSemanticallyEqual(new TfString("a"), new TfString("b")));
    }

    private sealed class Holder
    {
        public CornerModel Corner { get; } = new();
    }
}
