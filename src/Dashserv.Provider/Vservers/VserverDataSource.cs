using Dashserv.Api.Models;
using Dashserv.Provider.Configuration;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;

namespace Dashserv.Provider.Vservers;

/// <summary><c>data "dashserv_vserver"</c>: one server and its power state.</summary>
internal sealed class VserverDataSource(CurrentSession current) : DataSource<VserverDataModel>
{
    public override Schema<VserverDataModel> Schema => VserverDataSchema.Single;

    protected override Task ValidateAsync(ValidateContext<VserverDataModel> context)
    {
        if (context.Config.Facts.Id.IsNull == context.Config.Facts.Name.IsNull && !context.Config.Facts.Id.IsUnknown && !context.Config.Facts.Name.IsUnknown)
        {
            context.Diagnostics.Error("id", "Either id or name", "Set exactly one of id and name: they say which server is meant.");
        }

        return Task.CompletedTask;
    }

    protected override async Task ReadAsync(DataContext<VserverDataModel> context)
    {
        var session = current.Session;
        if (await FindAsync(session, context) is not { } vserver)
        {
            return;
        }

        var status = await session.Access.Client.Vservers.StatusAsync(vserver.Uuid, context.CancellationToken);
        VserverDataSchema.Single.Table.Assign(context.State, VserverDataModel.Of(vserver));
        context.State.PowerState = status.Status;
    }

    private static async Task<Vserver?> FindAsync(Session session, DataContext<VserverDataModel> context)
    {
        if (context.State.Facts.Id.IsKnown)
        {
            var byId = await session.VserverReads.FindAsync(context.State.Facts.Id.Known, context.CancellationToken);
            if (byId is null)
            {
                context.Diagnostics.Error(
                    "id", "No such vserver", $"The account has no vserver {context.State.Facts.Id}. The data source dashserv_vservers lists what it has.");
            }

            return byId;
        }

        var name = context.State.Facts.Name.Known;
        var byName = (await session.VserverReads.ListAsync(context.CancellationToken)).Where(v => v.Name == name).ToList();
        if (byName.Count == 1)
        {
            return byName[0];
        }

        context.Diagnostics.Error(
            "name",
            byName.Count == 0 ? "No such vserver" : "More than one vserver",
            byName.Count == 0
                ? $"The account has no vserver named \"{name}\"."
                : $"The account has {byName.Count} vservers named \"{name}\": {string.Join(", ", byName.Select(v => v.Uuid))}. Set id instead.");
        return null;
    }
}
