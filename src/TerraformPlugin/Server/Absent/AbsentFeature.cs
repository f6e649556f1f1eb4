using TerraformPlugin.Values;
using TerraformPlugin.Wire;
using Proto = TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server.Absent;

/// <summary>The answer to a call about something the provider has none of. A core only gets here past the schema, which offers none.</summary>
internal static class AbsentFeature
{
    public static IEnumerable<Proto.Diagnostic> Of(string feature, string name)
    {
        var diagnostics = new Diagnostics();
        diagnostics.Error($"No such {feature}", $"The provider has no {feature} \"{name}\".");
        return diagnostics.ToMessages(static text => text);
    }
}
