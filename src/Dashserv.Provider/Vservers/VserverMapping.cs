using Dashserv.Api.Models;

namespace Dashserv.Provider.Vservers;

/// <summary>From the API's vserver to the model's computed attributes.</summary>
internal static class VserverMapping
{
    /// <summary>Fills in everything that the API says and that is not an argument of the user's.</summary>
    public static void Fill(VserverModel model, Vserver vserver)
    {
        VserverSchema.Schema.Table.Fill(model, vserver);
        model.Cores = vserver.Cores is { } cores ? cores : model.Cores;
        model.Ram = vserver.RamGb is { } ram ? ram : model.Ram;
        model.Disk = vserver.DiskGb is { } disk ? disk : model.Disk;
    }

    /// <summary>Fills in the user's arguments as the API calls them.</summary>
    public static void FillArguments(VserverModel model, Vserver vserver) => (model.Name, model.Location, model.Image) =
        (vserver.Name, vserver.Location?.Uuid, vserver.Image?.Name);

    /// <summary>A plan made true: what was unknown in it as the server has it.</summary>
    /// <param name="plan">What was planned.</param>
    /// <param name="known">What the API's vserver does not say: the order, the quote.</param>
    /// <param name="vserver">The server.</param>
    public static VserverModel Complete(VserverModel plan, VserverModel known, Vserver vserver)
    {
        var actual = VserverSchema.Schema.Table.Copy(known);
        Fill(actual, vserver);
        FillArguments(actual, vserver);
        actual.Name = actual.Name.IsNull ? known.Name : actual.Name;
        return VserverSchema.Schema.Table.Complete(plan, actual);
    }

    /// <summary>The names under which an image is known.</summary>
    public static IReadOnlyList<string> Names(VserverImage? image) => [.. new[] { image?.Name, image?.DisplayName }.OfType<string>()];
}
