using Dashserv.Api.Models;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Lifecycle;
using Dashserv.Provider.Ordering;
using Dashserv.Provider.Power;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>What a dedicated server does its own way in the life of an ordered product.</summary>
internal sealed class DedicatedKind : OrderedKind<DedicatedModel>
{
    public override string Noun => "dedicated server";

    public override ObjectTable<DedicatedModel> Table => DedicatedSchema.Schema.Table;

    public override string Describe(DedicatedModel model) => $"dedicated server {model.Name.Or("")} ({model.Id.Or($"order {model.OrderId}")})";

    public override OrderArguments Arguments(DedicatedModel config, string? madeUpName) => DedicatedArguments.Of(config, madeUpName);

    // Noted with the order: whenever it is delivered, and whoever waits for it, the system is not there before it was installed.
    public override async Task PrepareAsync(Session session, ApplyContext<DedicatedModel> context, CancellationToken cancellationToken)
    {
        var template = context.Plan.Template.IsKnown
            ? await new DedicatedTemplates(session, cancellationToken).CheckAsync(context.Plan.Template.Known, wayOut: null)
            : null;
        new DedicatedNotes(context.Private).Ordered(context.Plan, template?.Name);
    }

    public override ProductSearch Search(Session session, DedicatedModel config, string madeUpName) => new(
        "dedicated-server",
        config.Model.Known,
        "dashserv_dedicated_server",
        async stop => [.. (await session.DedicatedServers.ListFreshAsync(stop)).Where(s => s.Device?.Model is null || s.Device.Model.Uuid == config.Model.Known).Select(ToCandidate)])
    {
        ListAllIdsAsync = async stop => [.. (await session.DedicatedServers.ListFreshAsync(stop)).Select(s => s.Uuid)],
    };

    public override async Task<DedicatedModel> CompleteAsync(
        Session session, ApplyContext<DedicatedModel> context, string productId, CancellationToken cancellationToken)
    {
        var operations = new DedicatedOperations(session, productId);
        var server = await operations.WaitDeliveredAsync(cancellationToken);
        var look = await operations.LookAsync(server, cancellationToken);
        if (context.Plan.Template.IsKnown)
        {
            look = await InstallAsync(session, context, operations, look, cancellationToken);
        }

        new DedicatedNotes(context.Private).Applied(look);
        var template = await new DedicatedTemplates(session, cancellationToken).NamedAsync(context.Plan.Template.IsKnown ? null : look.Installation.Os);
        return DedicatedMapping.Complete(context.Plan, context.State!, look, template);
    }

    public override async Task<bool> ExistsAsync(Session session, DedicatedModel model, string productId, CancellationToken cancellationToken) =>
        await session.DedicatedServers.FindFreshAsync(productId, cancellationToken) is not null;

    public override async Task TerminateAsync(Session session, DedicatedModel model, string productId, CancellationToken cancellationToken)
    {
        session.DedicatedServers.Touch(productId);
        await session.Client.Products.TerminateAsync("dedicated-server", productId, cancellationToken);
        session.DedicatedServers.Touch(productId);
    }

    public override PowerSwitch Power(Session session, string productId) => new DedicatedOperations(session, productId).Power;

    // Ordered with the operating system, it is there already; else it is installed now.
    private static async Task<DedicatedLook> InstallAsync(
        Session session, ApplyContext<DedicatedModel> context, DedicatedOperations operations, DedicatedLook look, CancellationToken cancellationToken)
    {
        var template = await new DedicatedTemplates(session, cancellationToken).ResolveAsync(context.Plan.Template.Known);
        var notes = new DedicatedNotes(context.Private);
        var isAsOrdered = notes.IsAsOrdered(template.Name, context.Plan.Hostname.Known);
        var isIncluded = isAsOrdered && await IncludesAsync(session, context.Plan, template, cancellationToken);
        look = isIncluded ? await operations.LookOnceInstalledAsync(look, cancellationToken) : look;
        if (isAsOrdered && InstallationOutcome.HasSystem(look.Installation) && (isIncluded || LooseText.Same(look.Installation.Os ?? "", template.Name)))
        {
            notes.Installed();
            return look;
        }

        context.State = DedicatedMapping.Complete(context.Plan, context.State!, look, template: null);
        notes.Installing(template.Name);
        await new DedicatedInstaller(session, look.Server.Uuid, notes, context.IsCreate).InstallAsync(template, context.Plan.Hostname.Known, () => { }, cancellationToken);
        return await operations.LookAsync(cancellationToken);
    }

    // What was ordered with the server may be called differently once it is installed.
    private static async Task<bool> IncludesAsync(Session session, DedicatedModel plan, Template template, CancellationToken cancellationToken) =>
        DedicatedArguments.IncludesTemplate(await session.Catalogue.FormAsync(DedicatedArguments.FormName(plan), cancellationToken), plan.Template.Known, template);

    private static Candidate ToCandidate(DedicatedServer server) => new(server.Uuid, server.Name, server.CreatedAt, Prices.Hourly(server.Payment));
}
