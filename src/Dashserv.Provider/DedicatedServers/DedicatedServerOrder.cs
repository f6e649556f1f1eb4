using Dashserv.Api.Models;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Lifecycle;
using Dashserv.Provider.Ordering.Matching;
using Dashserv.Provider.Ordering.Placing;
using Dashserv.Provider.Power;
using Dashserv.Provider.Text;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>What a dedicated server does its own way in the life of an ordered product.</summary>
internal sealed class DedicatedServerOrder : OrderedOperations<DedicatedServerModel>
{
    public override string Noun => "dedicated server";

    public override ObjectTable<DedicatedServerModel> Table => DedicatedServerSchema.Schema.Table;

    public override string Describe(DedicatedServerModel model) => $"dedicated server {model.Name.Or("")} ({model.Id.Or($"order {model.OrderId}")})";

    public override OrderArguments Arguments(DedicatedServerModel config, string? madeUpName) => DedicatedServerArguments.Of(config, madeUpName);

    // Noted with the order: whenever it is delivered, and whoever waits for it, the system is not there before it was installed.
    public override async Task PrepareAsync(Session session, ApplyContext<DedicatedServerModel> context, CancellationToken cancellationToken)
    {
        var template = context.Plan.Template.IsKnown
            ? await new DedicatedServerTemplates(session, cancellationToken).CheckAsync(context.Plan.Template.Known, wayOut: null)
            : null;
        new DedicatedServerPrivateState(context.Private).Ordered(context.Plan, template?.Name);
    }

    public override ProductSearch Search(Session session, DedicatedServerModel config, string madeUpName) => new(
        "dedicated-server",
        config.Model.Known,
        "dashserv_dedicated_server",
        async stop => [.. (await session.DedicatedServers.ListFreshAsync(stop)).Where(s => s.Device?.Model is null || s.Device.Model.Uuid == config.Model.Known).Select(ToCandidate)])
    {
        ListAllIdsAsync = async stop => [.. (await session.DedicatedServers.ListFreshAsync(stop)).Select(s => s.Uuid)],
    };

    public override async Task<DedicatedServerModel> CompleteAsync(
        Session session, ApplyContext<DedicatedServerModel> context, string productId, CancellationToken cancellationToken)
    {
        var operations = new DedicatedServerOperations(session, productId);
        var server = await operations.WaitDeliveredAsync(cancellationToken);
        var look = await operations.LookAsync(server, cancellationToken);
        if (context.Plan.Template.IsKnown)
        {
            look = await InstallAsync(session, context, operations, look, cancellationToken);
        }

        new DedicatedServerPrivateState(context.Private).Applied(look);
        var template = await new DedicatedServerTemplates(session, cancellationToken).NamedAsync(context.Plan.Template.IsKnown ? null : look.Installation.Os);
        return DedicatedServerMapping.Complete(context.Plan, context.State!, look, template);
    }

    public override async Task<bool> ExistsAsync(Session session, DedicatedServerModel model, string productId, CancellationToken cancellationToken) =>
        await session.DedicatedServers.FindFreshAsync(productId, cancellationToken) is not null;

    public override async Task TerminateAsync(Session session, DedicatedServerModel model, string productId, CancellationToken cancellationToken)
    {
        session.DedicatedServers.Touch(productId);
        await session.Client.Products.TerminateAsync("dedicated-server", productId, cancellationToken);
        session.DedicatedServers.Touch(productId);
    }

    public override PowerSwitch Power(Session session, string productId) => new DedicatedServerOperations(session, productId).Power;

    // Ordered with the operating system, it is there already; else it is installed now.
    private static async Task<DedicatedServerSnapshot> InstallAsync(
        Session session, ApplyContext<DedicatedServerModel> context, DedicatedServerOperations operations, DedicatedServerSnapshot look, CancellationToken cancellationToken)
    {
        var template = await new DedicatedServerTemplates(session, cancellationToken).ResolveAsync(context.Plan.Template.Known);
        var notes = new DedicatedServerPrivateState(context.Private);
        var isAsOrdered = notes.IsAsOrdered(template.Name, context.Plan.Hostname.Known);
        var isIncluded = isAsOrdered && await IncludesAsync(session, context.Plan, template, cancellationToken);
        look = isIncluded ? await operations.LookOnceInstalledAsync(look, cancellationToken) : look;
        if (isAsOrdered && InstallationOutcome.HasSystem(look.Installation) && (isIncluded || LooseText.Same(look.Installation.Os ?? "", template.Name)))
        {
            notes.Installed();
            return look;
        }

        context.State = DedicatedServerMapping.Complete(context.Plan, context.State!, look, template: null);
        notes.Installing(template.Name);
        await new DedicatedServerInstaller(session, look.Server.Uuid, notes, context.IsCreate).InstallAsync(template, context.Plan.Hostname.Known, () => { }, cancellationToken);
        return await operations.LookAsync(cancellationToken);
    }

    // What was ordered with the server may be called differently once it is installed.
    private static async Task<bool> IncludesAsync(Session session, DedicatedServerModel plan, Template template, CancellationToken cancellationToken) =>
        DedicatedServerArguments.IncludesTemplate(await session.Catalogue.FormAsync(DedicatedServerArguments.FormName(plan), cancellationToken), plan.Template.Known, template);

    private static Candidate ToCandidate(DedicatedServer server) => new(server.Uuid, server.Name, server.CreatedAt, Prices.Hourly(server.Payment));
}
