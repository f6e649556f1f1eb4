using Dashserv.Provider.Configuration;
using Dashserv.Provider.Lifecycle;
using Dashserv.Provider.Ordering.Matching;
using Dashserv.Provider.Text;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>How the difference between a dedicated server and its plan is brought about.</summary>
internal sealed record DedicatedServerChange
{
    public required IReadOnlyList<string> Replaces { get; init; }

    /// <summary>The attribute because of which it is reinstalled; null where it is not.</summary>
    public required string? ReinstallsFor { get; init; }

    /// <summary>Whether that is only because an earlier installation was not seen to succeed.</summary>
    public required bool Resumes { get; init; }

    /// <summary>The attribute that changes and must not; null where none does.</summary>
    public required string? Forbidden { get; init; }

    /// <summary>Finds it; what only is written differently is first set back in the plan to what the state has.</summary>
    public static async Task<DedicatedServerChange> FindAsync(
        Session session, PrivateState privateState, DedicatedServerModel plan, DedicatedServerModel prior, CancellationToken cancellationToken)
    {
        var remembered = new DedicatedServerPrivateState(privateState);
        await KeepWordingAsync(session, remembered, plan, prior, cancellationToken);
        (var changesOptions, plan.Options) = await new OptionWording(session.Access, session.Catalogue, cancellationToken)
            .CompareAsync(DedicatedServerArguments.Of(prior, null), plan.Options, prior.Options);
        var osAttribute = IsChanged("template", plan.Template, prior.Template) ? "template"
            : IsChanged("hostname", plan.Hostname, prior.Hostname) ? "hostname" : null;
        var knowsOrder = new OrderPrivateState(privateState).KnowsOrder;
        var change = osAttribute is null ? "" : plan.OnOsChange.Or("error");
        if (knowsOrder && !prior.Id.IsNull && prior.Template.IsNull && prior.Os.IsNull && !plan.Template.IsNull)
        {
            // Delivered without an operating system: installing one needs no other server.
            (osAttribute, change) = ("template", plan.OnOsChange.Or("error") == "error" ? "error" : "reinstall");
        }

        List<string> replaces = [];
        AddIf("model", IsChanged("model", plan.Model, prior.Model));
        AddIf("location", IsChanged("location", plan.Location, prior.Location));
        AddIf("options", knowsOrder && changesOptions);
        AddIf(osAttribute ?? "", change == "replace");
        var isTriggered = TextMap.IsChanged(plan.ReinstallTriggers, prior.ReinstallTriggers);
        var reason = change == "reinstall" ? osAttribute : isTriggered ? "reinstall_triggers" : null;
        return new DedicatedServerChange
        {
            Replaces = replaces,
            ReinstallsFor = reason ?? (remembered.Unfinished is null ? null : "template"),
            Resumes = reason is null && remembered.Unfinished is not null,
            Forbidden = change == "error" ? osAttribute : null,
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

    private static async Task KeepWordingAsync(
        Session session, DedicatedServerPrivateState remembered, DedicatedServerModel plan, DedicatedServerModel prior, CancellationToken cancellationToken)
    {
        plan.Location = remembered.Place.Keep(plan.Location, prior.Location);
        if (plan.Template.IsKnown && prior.Template.IsKnown && !plan.Template.Equals(prior.Template) && session.Access.IsKnown
            && await new DedicatedServerTemplates(session, cancellationToken)
            .MeanSameAsync(plan.Template.Known, [.. new[] { prior.Template.Known, remembered.Wording.Noted("template") }.OfType<string>()]))
        {
            plan.Template = prior.Template;
        }
    }
}
