using Dashserv.Api;
using Dashserv.Api.Models;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Power;
using Dashserv.Provider.Text;
using TerraformPlugin.Values;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>Installs a dedicated server until it is really installed. What was installed before does not count.</summary>
internal sealed class DedicatedServerInstaller(Session session, string id, DedicatedServerPrivateState notes, bool isCreate)
{
    /// <summary>How soon a server shows that it is being installed: the reference says that it reboots at once.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly InstallationWatch _watch = new(session, id);
    private bool _isBegun;
    private ApiException? _lost;

    /// <summary>Whether the installation that an earlier apply began has succeeded by now; waits for it where it still runs.</summary>
    public async Task<bool> HasFinishedAsync(Template template, CancellationToken cancellationToken)
    {
        var all = await session.Catalogue.TemplatesAsync(cancellationToken);
        if (InstallationOutcome.Of(template, before: null, await WaitNamedAsync(cancellationToken), all) is { HasFailed: true })
        {
            return false;
        }

        Finished();
        return true;
    }

    /// <summary>Wipes the disks and installs an operating system.</summary>
    /// <param name="template">The operating system.</param>
    /// <param name="hostname">What it is to call itself.</param>
    /// <param name="begun">Called once it is certain that the old system is lost.</param>
    /// <param name="cancellationToken">Ends the wait, not the installation.</param>
    /// <exception cref="ProblemException">The installation failed; its log is in the message.</exception>
    public async Task InstallAsync(Template template, string hostname, Action begun, CancellationToken cancellationToken)
    {
        session.DedicatedServers.Touch(id);
        var before = await _watch.UntilIdleAsync(cancellationToken);
        var doubt = await SendAsync(template, hostname, cancellationToken);
        try
        {
            await WaitBegunAsync(template, before, doubt, cancellationToken);
        }
        catch (Exception e) when (doubt is null && e is not ProblemException)
        {
            // It was taken, and nobody looks any more: the old system is most likely lost.
            Begun();
            throw;
        }

        Begun();
        var after = await WaitNamedAsync(cancellationToken);
        session.DedicatedServers.Touch(id);
        if (InstallationOutcome.Of(template, before, after, await session.Catalogue.TemplatesAsync(cancellationToken)) is { HasFailed: true } outcome)
        {
            throw new ProblemException("The installation failed", $"{outcome.Explain(id)}\n\n{Next}", AttributePath.Of("template"));
        }

        Finished();

        void Begun()
        {
            _isBegun = true;
            notes.Installing(template.Name);
            begun();
        }
    }

    /// <summary>A call that failed in the course of it, or before it, with how far it got.</summary>
    public ProblemException Explain(string template, ApiException failure) => (_isBegun, _lost) switch
    {
        (true, _) => ProblemException.Of(
            failure,
            $"The installation of {template} may not be finished",
            "template",
            $"The installation on the dedicated server {id} was begun, what was on its disks is lost, and it goes on without Terraform. The next apply waits for it, and does not begin another while it runs.",
            isBegun: true),
        (_, { } lost) => ProblemException.Of(
            failure,
            $"{template} may not have been installed",
            "template",
            AskedFor(lost),
            isBegun: true),
        _ => ProblemException.Of(failure, $"{template} was not installed", "template", NothingWiped),
    };

    private string AskedFor(ApiException lost) =>
        $"The installation on the dedicated server {id} was asked for, and the answer was lost: {Sentence.Of(lost.Message)} The call was not repeated. Look at the server before you apply again: that installs it, and wipes its disks.";

    private string NothingWiped => $"Nothing was wiped. The server goes on existing, and costing money, as it was. {Next}";

    private string Next => isCreate
        ? "Terraform takes a resource whose creation failed for unusable (\"tainted\"): its next apply would terminate this server and order another. "
            + "To keep the server, run \"terraform untaint\" for this resource first; the next apply then only installs."
        : "The next apply tries to install it again.";

    private void Finished()
    {
        notes.Installed();
        session.DedicatedServers.Touch(id);
    }

    // What is installed may be told a moment later than that it is.
    private Task<InstallationStatus> WaitNamedAsync(CancellationToken cancellationToken) =>
        _watch.UntilToldAsync(s => s.Os is not null || InstallationOutcome.HasBrokenOff(s), cancellationToken);

    /// <summary>Null, or why it is not certain that this call has begun it. Sent twice, it would be refused at best, and at worst wipe what was installed meanwhile.</summary>
    private async Task<ApiException?> SendAsync(Template template, string hostname, CancellationToken cancellationToken)
    {
        try
        {
            await session.Client.DedicatedServers.InstallAsync(id, template.Id, hostname, cancellationToken);
            return null;
        }
        catch (ApiException e) when (e.MayHaveHadEffect)
        {
            return _lost = e;
        }
        catch (OperationCanceledException e) when (LostAnswer.In(e) is { } lost)
        {
            throw new StoppedException(AskedFor(lost), e);
        }
        catch (ApiException e)
        {
            // Refused because one runs already, which may well be the one that was ordered: what it installs is judged at its end.
            return e.Kind == ApiErrorKind.Rejected && await IsRunningAsync(cancellationToken) ? e : throw Refused(template, e);
        }
    }

    private async Task<bool> IsRunningAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await session.Client.DedicatedServers.InstallationStatusAsync(id, cancellationToken)).IsInstalling;
        }
        catch (ApiException)
        {
            // Then the refusal is what there is to tell.
            return false;
        }
    }

    private async Task WaitBegunAsync(Template template, InstallationStatus before, ApiException? doubt, CancellationToken cancellationToken)
    {
        if (await _watch.WithinAsync(Patience, s => InstallationOutcome.IsAnother(before, s), cancellationToken))
        {
            return;
        }

        var answered = doubt is null ? "The API took the call." : $"{Sentence.Of(doubt.Message)} The call was not repeated.";
        throw new ProblemException(
            "The installation does not seem to have begun",
            $"{answered} {template.Name} was to be installed on the dedicated server {id}, which shows no sign of it after {GoDuration.Format(Patience)}: no installation runs, and nothing of what the API says of the last one has changed. "
            + $"If the server was left alone, what was on its disks is still there. {Next}",
            AttributePath.Of("template"),
            doubt);
    }

    private ProblemException Refused(Template template, ApiException refusal)
    {
        var attribute = refusal.Field is { } field && LooseText.Same(field, "hostname") ? "hostname" : "template";
        return ProblemException.Of(refusal, $"{template.Name} was not installed", attribute, NothingWiped, isBegun: isCreate);
    }
}
