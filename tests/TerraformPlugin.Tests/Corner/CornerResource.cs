using System.Text.Json.Nodes;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;

namespace TerraformPlugin.Tests.Corner;

/// <summary>Keeps its things in the <see cref="CornerCloud"/>, which can be told to fail.</summary>
internal sealed class CornerResource(CornerCloud cloud) : Resource<CornerModel>
{
    public override Schema<CornerModel> Schema { get; } = new("A thing.", CornerModel.Table, version: 2);

    protected override Task ValidateAsync(ValidateContext<CornerModel> context)
    {
        if (context.Config.Old.IsKnown && context.Config.Name.IsKnown && context.Config.Old == context.Config.Name)
        {
            context.Diagnostics.Error("old", "Twice the same", "old and name are equal.");
        }

        return Task.CompletedTask;
    }

    protected override async Task CreateAsync(ApplyContext<CornerModel> context)
    {
        var thing = context.Plan;
        thing.Id = cloud.NextId();
        thing.Revision = 1;
        Fill(thing);
        cloud.SecretSeen = context.Config.Secret.OrNull();
        cloud.Things[thing.Id.Known] = thing;
        context.State = thing;
        context.Private["born"] = thing.Id.Known;
        await cloud.DuringCreate(context.CancellationToken);
    }

    protected override async Task ReadAsync(ReadContext<CornerModel> context)
    {
        await cloud.DuringRead(context.CancellationToken);
        context.State = cloud.Things.GetValueOrDefault(context.State!.Id.Or(""));
        context.Private["read"] = "yes";
    }

    protected override async Task UpdateAsync(ApplyContext<CornerModel> context)
    {
        await cloud.DuringUpdate(context.CancellationToken);
        var thing = context.Plan;
        thing.Revision = context.Prior.Revision.Or(0) + 1;
        Fill(thing);
        cloud.SecretSeen = context.Config.Secret.OrNull();
        cloud.Things[thing.Id.Known] = thing;
        context.State = thing;
    }

    protected override async Task DeleteAsync(ApplyContext<CornerModel> context)
    {
        await cloud.DuringDelete(context.CancellationToken);
        cloud.Things.Remove(context.Prior.Id.Known);
    }

    protected override Task ImportAsync(ImportContext<CornerModel> context)
    {
        context.State.Id = context.Id;
        return Task.CompletedTask;
    }

    // Version 0 called the name "title"; version 1 kept the number as text with a unit.
    protected override JsonObject UpgradeState(long fromVersion, JsonObject state)
    {
        if (fromVersion == 0)
        {
            state["name"] = state["title"]?.DeepClone();
        }
        else
        {
            state["integer"] = long.Parse(state["integer"]!.GetValue<string>().Replace(" GB", "", StringComparison.Ordinal), provider: null);
        }

        return state;
    }

    private static void Fill(CornerModel thing)
    {
        var parts = new[] { thing.Main }
            .Concat(thing.Disks.IsKnown ? thing.Disks.Known : [])
            .Concat(thing.Addons.IsKnown ? thing.Addons.Known : [])
            .Concat(thing.Slots.IsKnown ? thing.Slots.Known.Values : []);
        foreach (var part in parts.Where(p => p.IsKnown).Select(p => p.Known))
        {
            part.Serial = part.Serial.IsUnknown ? $"serial-{part.Name}" : part.Serial;
        }
    }
}
