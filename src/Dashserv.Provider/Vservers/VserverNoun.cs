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

    public override IEnumerable<(string Attribute, Value<string> Value)> Told(VserverModel model) =>
        [("name", model.Name), ("location", model.Location), ("image", model.Image)];

    public override string? NameOf(VserverModel config) => config.Name.OrNull();

    public override async Task<IReadOnlyCollection<IProduct>> ListAsync(Session session, VserverModel model, CancellationToken cancellationToken) =>
        await session.VserverReads.ListAsync(cancellationToken);

    public override bool HasSize(IProduct product, VserverModel config) =>
        product is Vserver vserver
        && (!config.Cores.IsKnown || vserver.Cores is null || vserver.Cores == config.Cores.Known)
        && (!config.Ram.IsKnown || vserver.RamGb is null || vserver.RamGb == config.Ram.Known)
        && (!config.Disk.IsKnown || vserver.DiskGb is null || vserver.DiskGb == config.Disk.Known);

    public override ProductSearch Search(Session session, VserverModel config, string madeUpName)
    {
        var name = config.Name.Or(madeUpName);
        return new ProductSearch("vserver", name, "dashserv_vserver", async stop => await session.VserverReads.ListFreshAsync(stop))
        {
            IsAlike = product => HasSize(product, config),
            IsNamed = product => product is Vserver vserver && IsNamed(vserver, name),
        };
    }

    public override async Task<VserverModel> CompleteAsync(Session session, OperationRunner runner, ApplyContext<VserverModel> context, string productId)
    {
        var vserver = await new VserverOperations(session, productId).WaitDeliveredAsync(runner.Token);
        session.VserverReads.Touch(productId);
        var privateState = new VserverPrivateState(context.Private);
        privateState.Applied(vserver);
        if (new OrderPrivateState(context.Private).IsTakenOver && context.Plan.Image.IsKnown && !await new VserverImageNames(session, runner.Token)
            .MeansSameAsync(context.Plan.Image.Known, VserverMapping.Names(vserver.Image), context.Plan.Product.Or(VserverModel.Configurable)))
        {
            // What is installed is something else: the next plan shows that.
            privateState.Wording.Changed("image", null);
        }

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
}
