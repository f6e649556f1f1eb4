using TerraformPlugin.Values;

namespace Dashserv.Provider.Lifecycle;

/// <summary>What a resource has besides that can be switched on and off, and reinstalled.</summary>
internal interface IServerModel : IOrderedModel
{
    Value<string> PowerState { get; set; }

    Value<string> ShutdownTimeout { get; }

    Value<bool> ForceStop { get; }

    Value<bool> ShutdownBeforeDestroy { get; }

    Value<string> OnOsChange { get; }

    Value<IReadOnlyDictionary<string, Value<string>>> ReinstallTriggers { get; set; }
}
