using Dashserv.Provider.Failures;
using Dashserv.Provider.Inventory;
using Dashserv.Provider.Text;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>What the API called a dedicated server's arguments when they were applied, kept in private beside its state.</summary>
internal sealed class DedicatedServerPrivateState(PrivateState privateState)
{
    private const string UnfinishedKey = "unfinished_installation";
    private const string AskedKey = "installation_asked";
    private const string OrderedHostnameKey = "ordered_hostname";

    public Wording Wording { get; } = new(privateState);

    public LocationWording Place { get; } = new(new Wording(privateState));

    /// <summary>The template whose installation was wanted, and not seen to succeed: null where there is no such.</summary>
    public string? Unfinished
    {
        get => privateState[UnfinishedKey];
        private set => privateState[UnfinishedKey] = value;
    }

    /// <summary>How it was before that installation was asked for; null: it was not, or the API has refused it.</summary>
    public InstallationMark? Asked
    {
        get => InstallationMark.Parse(privateState[AskedKey]);
        set => privateState[AskedKey] = value?.ToString();
    }

    private string? OrderedHostname => privateState[OrderedHostnameKey];

    /// <summary>The server is about to be ordered so. By the time of its delivery, something else may be wanted.</summary>
    /// <param name="plan">What is ordered.</param>
    /// <param name="template">The template's name; null where nothing is to be installed.</param>
    /// <param name="isIncluded">Whether the order asks for it, so that the server is delivered with it.</param>
    public void Ordered(DedicatedServerModel plan, string? template, bool isIncluded)
    {
        Asked = isIncluded ? InstallationMark.Bare : null;
        privateState[OrderedHostnameKey] = plan.Hostname.OrNull();
        Unfinished = template;
        Wording.Applied("template", template);
    }

    /// <summary>Whether what is wanted still is what was ordered, or nothing is known of that.</summary>
    public bool IsAsOrdered(string template, string hostname) =>
        (Unfinished is null || Unfinished == template)
            && (OrderedHostname is null || string.Equals(OrderedHostname, hostname, StringComparison.OrdinalIgnoreCase));

    /// <summary>What was ordered is there; its system may still have to be installed.</summary>
    /// <param name="state">Gets what was ordered, where something else is wanted by now.</param>
    /// <param name="snapshot">The server.</param>
    public void Delivered(DedicatedServerModel state, DedicatedServerSnapshot snapshot)
    {
        state.Hostname = OrderedHostname is { } hostname ? hostname : state.Hostname;
        AppliedHardware(snapshot);
    }

    /// <summary>An installation is wanted, and what was installed before is lost or never was.</summary>
    public void Installing(string template)
    {
        Unfinished = template;
        Wording.Applied("template", template);
    }

    /// <summary>It was seen to succeed.</summary>
    public void Installed() => (Unfinished, Asked) = (null, null);

    /// <summary>What there is before an installation, to be put back where it was not done.</summary>
    public (string? Unfinished, string? Template) Remember() => (Unfinished, Wording.Noted("template"));

    /// <summary>An installation got so far. Only one that has begun has lost what was there.</summary>
    public void Reached(OperationStage stage, string template, (string? Unfinished, string? Template) before)
    {
        switch (stage)
        {
            case OperationStage.Begun:
                Installing(template);
                break;
            case OperationStage.Done:
                Installed();
                break;
            default:
                (Unfinished, Asked) = (before.Unfinished, null);
                Wording.Changed("template", before.Template);
                break;
        }
    }

    /// <summary>Everything that was configured is now applied.</summary>
    public void Applied(DedicatedServerSnapshot snapshot)
    {
        AppliedHardware(snapshot);
        Wording.Applied("template", snapshot.Installation.Os);
    }

    private void AppliedHardware(DedicatedServerSnapshot snapshot)
    {
        Place.Applied(snapshot.Server.Device?.Location);
        Wording.Applied("model", snapshot.Server.Device?.Model?.Uuid);
    }

    /// <summary>Brings the arguments that the API can tell up to date, in the user's wording where that still fits. The host name it cannot tell.</summary>
    /// <param name="state">The state.</param>
    /// <param name="snapshot">What the API says.</param>
    /// <param name="templates">The templates there are.</param>
    public async Task ReadAsync(DedicatedServerModel state, DedicatedServerSnapshot snapshot, DedicatedServerTemplates templates)
    {
        state.Location = Place.Read(state.Location, state.RepairsDrift, snapshot.Server.Device?.Location);
        state.Model = Wording.Read("model", state.Model, state.RepairsDrift, snapshot.Server.Device?.Model?.Uuid);
        if (Unfinished is { } template && snapshot.Installation is { IsInstalling: false, Os: { } os } && LooseText.Same(os, template)
            && !InstallationOutcome.HasBrokenOff(snapshot.Installation))
        {
            Installed();
        }

        // Until then, what is installed is what is to be replaced.
        if (Unfinished is null)
        {
            state.Template = await ReadTemplateAsync(state, snapshot.Installation.Os, templates);
        }
    }

    private async Task<Value<string>> ReadTemplateAsync(DedicatedServerModel state, string? live, DedicatedServerTemplates templates)
    {
        if (!state.Template.IsNull || live is null)
        {
            return Wording.Read("template", state.Template, state.RepairsDrift, live);
        }

        var isNews = Wording.Noted("template") != live;
        Wording.Applied("template", live);
        return isNews ? Value.OfNullable(await templates.NamedAsync(live)) : state.Template;
    }
}
