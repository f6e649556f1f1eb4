using TerraformPlugin.Values;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>From the API's dedicated server to the model's computed attributes. Its passwords are left where they are.</summary>
internal static class DedicatedServerMapping
{
    public static void Fill(DedicatedServerModel model, DedicatedServerSnapshot snapshot)
    {
        DedicatedServerSchema.Schema.Table.Fill(model, snapshot.Server);
        DedicatedServerSchema.Schema.Table.Fill(model, snapshot);
    }

    /// <summary>A plan made true: what was unknown in it as the server has it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="known">What is known besides.</param>
    /// <param name="snapshot">What the API says.</param>
    /// <param name="template">The template that is installed, where that can be told.</param>
    public static DedicatedServerModel Complete(DedicatedServerModel plan, DedicatedServerModel known, DedicatedServerSnapshot snapshot, string? template)
    {
        var actual = DedicatedServerSchema.Schema.Table.Copy(known);
        Fill(actual, snapshot);
        actual.Location = Value.OfNullable(snapshot.Server.Device?.Location?.Uuid);
        actual.Template = Value.OfNullable(template);
        actual.Hostname = known.Hostname.IsKnown ? known.Hostname : default;
        return DedicatedServerSchema.Schema.Table.Complete(plan, actual);
    }
}
