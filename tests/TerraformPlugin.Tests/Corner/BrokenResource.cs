using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;

namespace TerraformPlugin.Tests.Corner;

/// <summary>A resource whose mistakes are chosen by its name.</summary>
internal sealed class BrokenResource(CornerCloud cloud) : Resource<BrokenModel>
{
    public override Schema<BrokenModel> Schema { get; } = new("A thing that breaks the rules.", BrokenModel.Table);

    protected override Task PlanAsync(PlanContext<BrokenModel> context)
    {
        if (context.Plan is { } plan)
        {
            switch (plan.Name.OrNull())
            {
                case "plan:change":
                    plan.Name = "changed";
                    break;
                case "plan:secret":
                    plan.Secret = "leaked";
                    break;
                case "plan:count":
                    plan.Parts = default;
                    plan.Parts = Values.Value.Known<IReadOnlyList<Values.Value<CornerPart>>>([new CornerPart { Name = "extra", Size = 10 }]);
                    break;
                case "plan:nowhere":
                    context.RequireReplace(Values.AttributePath.Of("parts").Index(7));
                    break;
            }
        }

        return Task.CompletedTask;
    }

    protected override Task CreateAsync(ApplyContext<BrokenModel> context)
    {
        var state = context.Plan;
        switch (state.Name.OrNull())
        {
            case "apply:nothing":
                return Task.CompletedTask;
            case "apply:unknown":
                break;
            case "apply:change":
                (state.Id, state.Name) = ("1", "changed");
                break;
            case "apply:secret":
                (state.Id, state.Secret) = ("1", "leaked");
                break;
            default:
                state.Id = cloud.NextId();
                break;
        }

        context.State = state;
        return Task.CompletedTask;
    }

    protected override Task ReadAsync(ReadContext<BrokenModel> context) => Task.CompletedTask;

    protected override Task UpdateAsync(ApplyContext<BrokenModel> context) => Task.CompletedTask;

    protected override Task DeleteAsync(ApplyContext<BrokenModel> context) => Task.CompletedTask;

    protected override Task ImportAsync(ImportContext<BrokenModel> context)
    {
        context.State.Id = context.Id;
        context.State.Secret = "leaked";
        return Task.CompletedTask;
    }
}
