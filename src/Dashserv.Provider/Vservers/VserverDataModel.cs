using Dashserv.Api.Models;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Vservers;

/// <summary>What the data sources say of a vserver: all that the resource knows, and what moves by itself.</summary>
internal sealed class VserverDataModel
{
    /// <summary>What the resource knows.</summary>
    public readonly VserverModel Facts = new();
    public Value<decimal> TrafficUsed;
    public Value<decimal> HoursBilled;
    public Value<string> PowerState;

    /// <summary>Fills in everything but the power state, which is a call of its own.</summary>
    public static VserverDataModel Of(Vserver vserver)
    {
        var model = new VserverDataModel();
        VserverMapping.Fill(model.Facts, vserver);
        VserverMapping.FillArguments(model.Facts, vserver);
        VserverDataSchema.Single.Table.Fill(model, vserver);
        return model;
    }
}
