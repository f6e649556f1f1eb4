using Dashserv.Api.Models;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Lifecycle;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Ordering.Matching;
using Dashserv.Provider.Ordering.Placing;
using Dashserv.Provider.Power;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Vservers;

/// <summary>What a vserver does its own way in the life of an ordered product.</summary>
internal sealed class VserverNoun : OrderedNoun<VserverModel>
{
    public override string Noun => "vserver";

    public override ObjectTable<VserverModel> Table => VserverSchema.Schema.Table;

    public override OrderArguments Arguments(VserverModel config, string? madeUpName) => VserverArguments.ForCreate(config, madeUpName);

    public override Task PrepareAsync(Session session, ApplyContext<VserverModel> context, CancellationToken cancellationToken)
    {
        new VserverPrivateState(context.Private).Ordered(context.Plan);
        return Task.CompletedTask;
    }

    public override void NoteOrder(VserverModel known, OrderRequest request, string madeUpName) =>
        known.Name = request.Fields.Any(f => f.Value == madeUpName) ? madeUpName : default(Value<string>);

    public override ProductSearch Search(Session session, VserverModel config, string madeUpName)
    {
        var name = config.Name.Or(madeUpName);
        return new ProductSearch(
            "vserver",
            name,
            "dashserv_vserver",
            async stop =>
                [.. (await session.VserverReads.ListFreshAsync(stop)).Where(v => HasSize(v, config))
                    .Select(v => Candidate.Of(v) with { Fits = IsNamed(v, name) })])
        {
            ListAllIdsAsync = async stop => [.. (await session.VserverReads.ListFreshAsync(stop)).Select(v => v.Uuid)],
        };
    }

    public override async Task<VserverModel> CompleteAsync(Session session, OperationRunner runner, ApplyContext<VserverModel> context, string productId)
    {
        var vserver = await new VserverOperations(session, productId).WaitDeliveredAsync(runner.Token);
        session.VserverReads.Touch(productId);
        new VserverPrivateState(context.Private).Applied(vserver);
        return VserverMapping.Complete(context.Plan, context.State!, vserver);
    }

    public override string Category(VserverModel model) => "vserver";

    public override async Task<IProduct?> FindAsync(Session session, VserverModel model, string productId, CancellationToken cancellationToken) =>
        await session.VserverReads.FindFreshAsync(productId, cancellationToken);

    public override void Touch(Session session, VserverModel model, string productId) => session.VserverReads.Touch(productId);

    public override PowerCalls Power(Session session, string productId) => new VserverOperations(session, productId).Power;

    // A server whose form has no name is recognised by its size alone; the API then makes up a name of its own.
    private static bool IsNamed(Vserver vserver, string name) =>
        name.Length == 0 || vserver.Name is null || string.Equals(vserver.Name, name, StringComparison.OrdinalIgnoreCase);

    private static bool HasSize(Vserver vserver, VserverModel config) =>
        (!config.Cores.IsKnown || vserver.Cores is null || vserver.Cores == config.Cores.Known)
        && (!config.Ram.IsKnown || vserver.RamGb is null || vserver.RamGb == config.Ram.Known)
        && (!config.Disk.IsKnown || vserver.DiskGb is null || vserver.DiskGb == config.Disk.Known);
}
