using System.Runtime.ExceptionServices;
using Dashserv.Api.Models;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Lifecycle;
using Dashserv.Provider.Operations;
using Dashserv.Provider.Ordering.Matching;
using Dashserv.Provider.Ordering.Placing;
using Dashserv.Provider.Power;
using Dashserv.Provider.Text;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>What a dedicated server does its own way in the life of an ordered product.</summary>
internal sealed class DedicatedServerNoun : OrderedNoun<DedicatedServerModel>
{
    public override string Noun => "dedicated server";

    public override ObjectTable<DedicatedServerModel> Table => DedicatedServerSchema.Schema.Table;

    public override OrderArguments Arguments(DedicatedServerModel config, string? madeUpName) => DedicatedServerArguments.Of(config, madeUpName);

    // Noted with the order: whenever it is delivered, and whoever waits for it, the system is not there before it was installed.
    public override async Task PrepareAsync(Session session, ApplyContext<DedicatedServerModel> context, CancellationToken cancellationToken)
    {
        var template = context.Plan.Template.IsKnown
            ? await new DedicatedServerTemplates(session, cancellationToken).CheckAsync(context.Plan.Template.Known, wayOut: null)
            : null;
        var isIncluded = template is not null && await IncludesAsync(session, context.Plan, template, cancellationToken);
        new DedicatedServerPrivateState(context.Private).Ordered(context.Plan, template?.Name, isIncluded);
    }

    public override IEnumerable<(string Attribute, Value<string> Value)> Told(DedicatedServerModel model) =>
        [("model", model.Model), ("location", model.Location), ("template", model.Template)];

    public override string NameAttribute => "hostname";

    public override string? NameOf(DedicatedServerModel config) => config.Hostname.OrNull();

    public override async Task<IReadOnlyCollection<IProduct>> ListAsync(
        Session session, DedicatedServerModel model, CancellationToken cancellationToken) => await session.DedicatedServerReads.ListAsync(cancellationToken);

    public override bool HasSize(IProduct product, DedicatedServerModel config) =>
        product is DedicatedServer server && (server.Device?.Model is null || server.Device.Model.Uuid == config.Model.Known);

    public override ProductSearch Search(Session session, DedicatedServerModel config, string madeUpName) => new(
        "dedicated-server",
        config.Model.Known,
        "dashserv_dedicated_server",
        async stop => await session.DedicatedServerReads.ListFreshAsync(stop))
    {
        IsAlike = product => HasSize(product, config),
    };

    public override async Task<DedicatedServerModel> CompleteAsync(
        Session session, OperationRunner runner, ApplyContext<DedicatedServerModel> context, string productId)
    {
        var operations = new DedicatedServerOperations(session, productId);
        var snapshot = await operations.ReadAsync(await operations.WaitDeliveredAsync(runner.Token), runner.Token);
        if (context.Plan.Template.IsKnown)
        {
            snapshot = await InstallAsync(session, runner, context, operations, snapshot);
        }

        new DedicatedServerPrivateState(context.Private).Applied(snapshot);
        var template = await new DedicatedServerTemplates(session, runner.Token).NamedAsync(context.Plan.Template.IsKnown ? null : snapshot.Installation.Os);
        return DedicatedServerMapping.Complete(context.Plan, context.State!, snapshot, template);
    }

    public override string Category(DedicatedServerModel model) => "dedicated-server";

    public override async Task<IProduct?> FindAsync(Session session, DedicatedServerModel model, string productId, CancellationToken cancellationToken) =>
        await session.DedicatedServerReads.FindFreshAsync(productId, cancellationToken);

    public override void Touch(Session session, DedicatedServerModel model, string productId) => session.DedicatedServerReads.Touch(productId);

    public override PowerCalls Power(Session session, string productId) => new DedicatedServerOperations(session, productId).Power;

    // Ordered with the operating system, it is there already; else it is installed now.
    private static async Task<DedicatedServerSnapshot> InstallAsync(
        Session session, OperationRunner runner, ApplyContext<DedicatedServerModel> context, DedicatedServerOperations operations,
        DedicatedServerSnapshot snapshot)
    {
        var template = await new DedicatedServerTemplates(session, runner.Token).ResolveAsync(context.Plan.Template.Known);
        var privateState = new DedicatedServerPrivateState(context.Private);
        var isAsOrdered = privateState.IsAsOrdered(template.Name, context.Plan.Hostname.Known);
        var isIncluded = isAsOrdered && await IncludesAsync(session, context.Plan, template, runner.Token);
        snapshot = isIncluded ? await operations.ReadOnceInstalledAsync(snapshot, runner.Token) : snapshot;
        if (isAsOrdered && InstallationOutcome.HasSystem(snapshot.Installation)
            && (isIncluded || LooseText.Same(snapshot.Installation.Os ?? "", template.Name)))
        {
            privateState.Installed();
            return snapshot;
        }

        if (context.IsCreate && new OrderPrivateState(context.Private).IsAdopted)
        {
            context.Diagnostics.Add(DedicatedServerInstallWords.NotYet(template));
            return snapshot;
        }

        context.State = DedicatedServerMapping.Complete(context.Plan, context.State!, snapshot, template: null);
        privateState.Installing(template.Name);
        var before = privateState.Remember();
        var install = new DedicatedServerInstallOperation(
            session, snapshot.Server.Uuid, template, context.Plan.Hostname.Known, earlier: null, mark => privateState.Asked = mark,
            stage => privateState.Reached(stage, template.Name, before));
        var result = await runner.TryRunAsync(install);

        // What may yet come to a good end is told as the delivery is.
        if (result is { IsRefused: false, Failure: { } failure and not ProblemException })
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        if (!context.IsCreate)
        {
            result.ThrowIfFailed();
        }
        else if (result.Problem is { } problem)
        {
            // An error would have Terraform replace the machine: none is bought twice because of its installer.
            context.Diagnostics.Add(problem.Warning);
        }

        return await operations.ReadAsync(runner.Token);
    }

    // What was ordered with the server may be called differently once it is installed.
    private static async Task<bool> IncludesAsync(Session session, DedicatedServerModel plan, Template template, CancellationToken cancellationToken) =>
        DedicatedServerArguments.IncludesTemplate(
            await session.Catalogue.FormAsync(DedicatedServerArguments.FormName(plan), cancellationToken), plan.Template.Known, template);
}
