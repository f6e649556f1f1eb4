using TerraformPlugin.Values;

namespace Dashserv.Provider.Lifecycle;

/// <summary>What a resource has besides that can be switched on and off, and reinstalled. Its lines are <see cref="ServerAttributes"/>.</summary>
internal abstract class ServerModel : OrderedModel
{
    public Value<string> OnOsChange;
    public Value<IReadOnlyDictionary<string, Value<string>>> ReinstallTriggers;
    public Value<string> PowerState;
    public Value<string> ShutdownTimeout;
    public Value<bool> ForceStop;
    public Value<bool> ShutdownBeforeDestroy;
    public Value<string> OnExistingName;
    public Value<string> DiskWipedAt;
    public Value<string> CreatedAt;
    public Value<string> LocationName;
    public Value<string> Country;

    /// <summary>How long an ACPI shutdown may take; its default where the state has none.</summary>
    public TimeSpan ShutdownLimit => GoDuration.TryParse(ShutdownTimeout.Or("2m"), out var duration) ? duration : TimeSpan.FromMinutes(2);
}
