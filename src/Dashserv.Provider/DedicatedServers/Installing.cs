using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Ordering;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>Brings the planned template onto a server. Until that has succeeded it is noted, so that no later plan takes it for done.</summary>
internal sealed class Installing(Session session, ApplyContext<DedicatedModel> context, DedicatedOperations operations)
{
    private bool MayReplace => context.Plan.OnCreateTimeout.Or("resume") == "fail";

    private string Next => context.IsCreate && MayReplace
        ? "As on_create_timeout is \"fail\", Terraform will replace the server in the next apply. To have the same server installed once more, run \"terraform untaint\" with the address of this resource before."
        : "The next apply installs it once more, on the same server.";

    /// <summary>Installs it, whatever is there; wipes the disks.</summary>
    /// <exception cref="ProblemException">The installation failed.</exception>
    public async Task AgainAsync(CancellationToken cancellation)
    {
        var plan = context.Plan;
        var template = await new DedicatedTemplates(session, cancellation).ResolveAsync(plan.Template.Known);
        new DedicatedNotes(context.Private).AwaitsInstallation = true;
        try
        {
            await operations.InstallAsync(template, plan.Hostname.Known, cancellation);
        }
        catch (ProblemException e)
        {
            throw new ProblemException(e.Diagnostic.Summary, $"{e.Diagnostic.Detail}\n\n{Next}", e.Diagnostic.Path, e);
        }
    }

    /// <summary>Installs it unless it is there: ordered with the server, or by an installation that an earlier apply did not see the end of.</summary>
    /// <exception cref="ProblemException">The installation failed.</exception>
    public async Task OnceAsync(CancellationToken cancellation) =>
        await OnceAsync(await operations.LookAsync(await operations.WaitDeliveredAsync(cancellation), cancellation), cancellation);

    /// <param name="look">The server, while nothing is being installed.</param>
    /// <param name="cancellation">Ends the wait, not the installation.</param>
    /// <returns>The server afterwards.</returns>
    /// <exception cref="ProblemException">The installation failed.</exception>
    public async Task<DedicatedLook> OnceAsync(DedicatedLook look, CancellationToken cancellation)
    {
        var template = await new DedicatedTemplates(session, cancellation).ResolveAsync(context.Plan.Template.Known);
        if (look.Installation.Os is { } os && LooseText.Same(os, template.Name))
        {
            return look;
        }

        try
        {
            await AgainAsync(cancellation);
        }
        catch (ProblemException e) when (context.IsCreate && !MayReplace)
        {
            // As an error it would have Terraform replace the server, which is paid for and may have been waited for.
            context.Diagnostics.Add(e.Diagnostic with { Severity = Severity.Warning });
        }

        return await operations.LookAsync(cancellation);
    }
}
