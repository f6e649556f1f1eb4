using Dashserv.Api.Models;
using Dashserv.Provider.Inventory;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Vservers;

/// <summary>What the API called a vserver's arguments when they were applied, kept in private beside its state.</summary>
internal sealed class VserverPrivateState(PrivateState privateState)
{
    private const string OrderedImageKey = "ordered_image";
    private const string UnfinishedKey = "unfinished_installation";

    public Wording Wording { get; } = new(privateState);

    public LocationWording Place { get; } = new(new Wording(privateState));

    /// <summary>Whether the last installation failed: what is on the disk is not certain then, whatever the API calls it.</summary>
    public bool IsUnfinished
    {
        get => privateState[UnfinishedKey] is not null;
        set => privateState[UnfinishedKey] = value ? "true" : null;
    }

    /// <summary>The server is about to be ordered so. By the time of its delivery, something else may be wanted.</summary>
    public void Ordered(VserverModel plan) => privateState[OrderedImageKey] = plan.Image.OrNull() ?? "";

    /// <summary>What was ordered is there.</summary>
    /// <param name="known">Gets the image that was ordered.</param>
    /// <param name="vserver">The server.</param>
    public void Delivered(VserverModel known, Vserver vserver)
    {
        known.Image = privateState[OrderedImageKey] switch
        {
            null => known.Image,
            "" => Value.OfNullable(vserver.Image?.Name),
            var ordered => ordered,
        };
        Applied(vserver);
    }

    /// <summary>Everything that was configured is now applied.</summary>
    public void Applied(Vserver vserver)
    {
        Wording.Applied("name", vserver.Name);
        Place.Applied(vserver.Location);
        Wording.Applied("image", vserver.Image?.Name);
        Wording.Applied("image_display", vserver.Image?.DisplayName);
    }

    /// <summary>What the API calls what is wanted, where that is installed already.</summary>
    public string? InstalledAs(Value<string> wanted, Value<string> installed) => wanted.Equals(installed) ? Wording.Noted("image") : null;

    /// <summary>An installation was seen to succeed.</summary>
    /// <param name="name">What was asked for.</param>
    /// <param name="image">What the API says that it is; null where it does not.</param>
    public void Installed(string name, VserverImage? image)
    {
        Wording.Changed("image", image?.Name ?? name);
        Wording.Changed("image_display", image?.DisplayName);
        IsUnfinished = false;
    }

    /// <summary>Brings the arguments that the API can tell up to date, in the user's wording where that still fits.</summary>
    public void Read(VserverModel state, Vserver vserver)
    {
        state.Name = Wording.Read("name", state.Name, state.RepairsDrift, vserver.Name);
        state.Location = Place.Read(state.Location, state.RepairsDrift, vserver.Location);

        // Until it is installed, what was there before is what is to be replaced.
        if (!IsUnfinished)
        {
            state.Image = Wording.Read("image", state.Image, state.RepairsDrift, vserver.Image?.Name, vserver.Image?.DisplayName);
            if (Wording.Drift("image").Count == 0)
            {
                Wording.Applied("image_display", vserver.Image?.DisplayName);
            }
        }
    }
}
