using Dashserv.Provider.Inventory;
using TerraformPlugin.Authoring;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>What the API called a dedicated server's arguments when they were applied, kept in private beside its state.</summary>
internal sealed class DedicatedNotes(PrivateState notes)
{
    private const string AwaitedKey = "awaits_installation";

    public Wording Wording { get; } = new(notes);

    /// <summary>Whether the template is yet to be installed: its installation was not seen to succeed, and nothing else is there.</summary>
    public bool AwaitsInstallation
    {
        get => notes[AwaitedKey] is not null;
        set => notes[AwaitedKey] = value ? "true" : null;
    }

    /// <summary>Everything that was configured is now applied, but for an installation that failed.</summary>
    public void Applied(DedicatedLook look)
    {
        See(look);
        Wording.Applied("location", look.Server.Device?.Location?.Uuid);
        Wording.Applied("template", look.Installation.Os);
        Wording.Applied("model", look.Server.Device?.Model?.Uuid);
    }

    /// <summary>Brings the arguments that the API can tell up to date, in the user's wording where that still fits. The host name it cannot tell.</summary>
    public void Read(DedicatedModel state, DedicatedLook look)
    {
        See(look);
        var location = look.Server.Device?.Location;
        state.Location = Wording.Read("location", state.Location, location?.Uuid, location?.Name, location?.Country, location?.CountryName);
        state.Template = AwaitsInstallation ? default : Wording.Read("template", state.Template, look.Installation.Os);
        state.Model = Wording.Read("model", state.Model, look.Server.Device?.Model?.Uuid);
    }

    private void See(DedicatedLook look) => AwaitsInstallation &= look.Installation is not { IsInstalling: false, Os: not null };
}
