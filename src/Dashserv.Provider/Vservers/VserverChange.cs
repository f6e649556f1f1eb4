using Dashserv.Provider.Configuration;
using Dashserv.Provider.Lifecycle;
using Dashserv.Provider.Ordering.Matching;
using Dashserv.Provider.Text;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Vservers;

/// <summary>How the difference between a server and its plan is brought about.</summary>
internal sealed record VserverChange
{
    /// <summary>The attributes whose change replaces the server.</summary>
    public required IReadOnlyList<string> Replaces { get; init; }

    public required bool Resizes { get; init; }

    public required bool Reinstalls { get; init; }

    /// <summary>After an import, the configuration calls what is installed by an order form's word: it is believed.</summary>
    public required bool AdoptsImage { get; init; }

    /// <summary>The image changes, and must not.</summary>
    public required bool IsImageForbidden { get; init; }

    /// <summary>Finds it; what only is written differently is first set back in the plan to what the state has.</summary>
    public static async Task<VserverChange> FindAsync(
        Session session, PrivateState privateState, VserverModel plan, VserverModel prior, CancellationToken cancellationToken)
    {
        // Open is in the plan of a pending order what only the delivery tells: it is as it was delivered, and no change.
        plan = plan.Id.IsUnknown ? VserverSchema.Schema.Table.Complete(plan, prior) : plan;
        var remembered = new VserverPrivateState(privateState);
        var knowsOrder = new OrderPrivateState(privateState).KnowsOrder;
        plan.Location = remembered.Place.Keep(plan.Location, prior.Location);
        await KeepImageAsync(session, remembered, plan, prior, cancellationToken);
        (var changesOptions, plan.Options) = await new OptionWording(session.Access, session.Catalogue, cancellationToken)
            .CompareAsync(VserverArguments.ForResize(prior), plan.Options, prior.Options);
        var adopts = !knowsOrder && session.Access.ChecksPlans && plan.Image.IsKnown && prior.Image.IsKnown && !plan.Image.Equals(prior.Image)
            && await new VserverImageNames(session, cancellationToken).MayMeanAsync(plan.Image.Known, prior.Image.Known);
        var onOsChange = !IsChanged("image", plan.Image, prior.Image) || adopts ? "" : plan.OnOsChange.Or("replace");
        List<string> replaces = [];
        AddIf("name", IsChanged("name", plan.Name, prior.Name));
        AddIf("location", IsChanged("location", plan.Location, prior.Location));
        AddIf("image", onOsChange == "replace");

        // After an import nobody knows what the server was ordered with: the configuration's word is taken for it.
        AddIf("product", knowsOrder && !plan.Product.Equals(prior.Product));
        AddIf("package", knowsOrder && !plan.Package.Equals(prior.Package));
        AddIf("options", knowsOrder && changesOptions);
        return new VserverChange
        {
            Replaces = replaces,
            Resizes = IsResize(plan, prior),
            Reinstalls = onOsChange == "reinstall" || remembered.IsUnfinished || TextMap.IsChanged(plan.ReinstallTriggers, prior.ReinstallTriggers),
            AdoptsImage = adopts,
            IsImageForbidden = onOsChange == "error",
        };

        bool IsChanged(string attribute, Value<string> planned, Value<string> before) =>
            remembered.Wording.IsChanged(attribute, planned, before, plan.RepairsDrift);

        void AddIf(string attribute, bool isChanged)
        {
            if (isChanged)
            {
                replaces.Add(attribute);
            }
        }
    }

    public static bool IsResize(VserverModel plan, VserverModel actual) =>
        Differs(plan.Cores, actual.Cores) || Differs(plan.Ram, actual.Ram) || Differs(plan.Disk, actual.Disk);

    private static bool Differs<T>(Value<T> planned, Value<T> actual)
        where T : notnull => !actual.IsNull && !planned.Equals(actual) && (planned.IsKnown || actual.IsKnown);

    private static async Task KeepImageAsync(
        Session session, VserverPrivateState remembered, VserverModel plan, VserverModel prior, CancellationToken cancellationToken)
    {
        if (!plan.Image.IsKnown || !prior.Image.IsKnown || plan.Image.Equals(prior.Image))
        {
            return;
        }

        string[] known = [.. new[] { prior.Image.Known, remembered.Wording.Noted("image"), remembered.Wording.Noted("image_display") }.OfType<string>()];
        if (await new VserverImageNames(session, cancellationToken).MeansSameAsync(plan.Image.Known, known, prior.Product.Or(VserverModel.Configurable)))
        {
            plan.Image = prior.Image;
        }
    }
}
