using Dashserv.Api.Models;
using Dashserv.Provider.Ordering;
using Dashserv.Provider.Text;
using TerraformPlugin.Schema;

namespace Dashserv.Provider.Lifecycle;

/// <summary>The lines that the tables of all servers share, those of <see cref="OrderedAttributes"/> among them.</summary>
internal static class ServerAttributes
{
    /// <param name="osAttributes">What <c>on_os_change</c> is about, such as <c>`image`</c>.</param>
    /// <param name="nameAttribute">What <c>on_existing_name</c> is about, such as <c>`name`</c>.</param>
    /// <param name="onOsChange">The default of <c>on_os_change</c>.</param>
    public static Attr<TModel>[] All<TModel>(string osAttributes, string nameAttribute, string onOsChange)
        where TModel : ServerModel, new() =>
    [
        .. OrderedAttributes.All<TModel>(),
        Attr<TModel>.Text("on_os_change", m => ref m.OnOsChange).Default(onOsChange).Validate(Validators.OneOf("replace", "reinstall", "error"))
            .Describe(
                $"What a change of {osAttributes} does: `replace` the server, `reinstall` it in place (same address; wipes the disk), or fail the plan with an "
                    + $"`error`. Default: `{onOsChange}`."),
        Attr<TModel>.Of("reinstall_triggers", Codecs.Map(Codecs.Text), m => ref m.ReinstallTriggers).Optional().SemanticEquals(TextMap.IsSame)
            .Describe(
                "Any values; a change of them reinstalls the server in place, which wipes the disk. Adding or removing the argument as a whole does not."),
        Attr<TModel>.Text("power_state", m => ref m.PowerState).Optional().Validate(Validators.OneOf("online", "offline"))
            .Describe("`online` or `offline`: kept so. Left out, the power state is neither read nor changed."),
        Attr<TModel>.Text("shutdown_timeout", m => ref m.ShutdownTimeout).Default("2m").Validate(Validators.Duration())
            .Describe("How long an ACPI shutdown may take."),
        Attr<TModel>.Bool("force_stop", m => ref m.ForceStop).Default(false)
            .Describe("Whether to pull the plug on a server that does not shut down in time. What it has not written to disk is lost."),
        Attr<TModel>.Bool("shutdown_before_destroy", m => ref m.ShutdownBeforeDestroy).Default(false)
            .Describe("Whether to shut the server down before it is terminated."),
        Attr<TModel>.Text("on_existing_name", m => ref m.OnExistingName).Optional().Validate(Validators.OneOf([.. OnExistingName.All]))
            .Describe(
                $"What a create does when the account already has a server with the same {nameAttribute} that nothing in this run tracks: `warn` (in the plan, "
                    + "with its id, age, price and `import` block), `error` (neither plan nor order), `adopt` (it is taken over instead of ordering, if "
                    + "exactly one is of this size and place), or `ignore`. Default: the provider's, which is `warn`."),
        Attr<TModel>.Text("disk_wiped_at", m => ref m.DiskWipedAt).Computed().UseStateForUnknown()
            .Describe(
                "When this resource last wiped the disk of a server that was there already, RFC 3339 in UTC; null until it does. Known after apply only in a "
                    + "plan that wipes: policies and reviews of saved plans can look for that."),
        Attr<TModel>.Text("created_at", m => ref m.CreatedAt).Computed().UseStateForUnknown().From((IProduct p) => Timestamp.Of(p.CreatedAt))
            .Describe("When it was made, RFC 3339 in UTC."),
        Attr<TModel>.Text("location_name", m => ref m.LocationName).Computed().UseStateForUnknown().From((IProduct p) => p.Location?.Name)
            .Describe("The location's display name."),
        Attr<TModel>.Text("country", m => ref m.Country).Computed().UseStateForUnknown().From((IProduct p) => p.Location?.Country)
            .Describe("The location's country code."),
    ];
}
