using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server.Schemas;

/// <summary>What the server can do beyond the basics.</summary>
internal static class Capabilities
{
    /// <summary>
    /// Destroy plans (a resource may refuse them), and work on a process that was never asked for its schema, which
    /// saves core that call on each of the three to five processes of a command.
    /// </summary>
    public static ServerCapabilities Message => new() { PlanDestroy = true, GetProviderSchemaOptional = true };
}
