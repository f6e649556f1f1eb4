using Dashserv.Api.Models;
using Dashserv.Provider.Text;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>What became of an installation, judged by what the API says before and after it: it has no word for success.</summary>
internal sealed record InstallationOutcome(Template Template, InstallationStatus After, bool HasFailed)
{
    /// <param name="template">What was to be installed.</param>
    /// <param name="before">What the API said before.</param>
    /// <param name="after">What it says now that no installation runs.</param>
    /// <param name="all">Every template there is.</param>
    public static InstallationOutcome Of(Template template, InstallationMark before, InstallationStatus after, IReadOnlyList<Template> all) =>
        new(template, after, !IsInstalled(template, before, after, all));

    /// <summary>Whether an installation has begun since, or even ended: not all that is seen as finished is the new one.</summary>
    public static bool IsAnother(InstallationMark before, InstallationStatus now) => now.IsInstalling || InstallationMark.Of(now) != before;

    public string Explain(string server) =>
        $"{Template.Name} was to be installed on the dedicated server {server}, and the API says that it has "
            + $"{(After.Os is { } os ? $"\"{os}\"" : "no operating system")} now. "
        + "The server exists and costs money; it is in the state. Why the installation failed is in the installer's log, which is not shown here, for it may "
        + "hold passwords: read it in dashserv's customer panel, at the server.";

    /// <summary>Whether the last installation broke off: its log is still there, and it has left no account. Both are told only of one that runs, or that is
    /// ready (API reference, Get installation status).</summary>
    public static bool HasBrokenOff(InstallationStatus status) =>
        !status.IsInstalling && !string.IsNullOrWhiteSpace(status.Log) && status.SshPasswords.Count == 0;

    /// <summary>Whether there is an operating system, whatever the API calls it: it may call it nothing, and then its accounts tell.</summary>
    public static bool HasSystem(InstallationStatus status) =>
        !status.IsInstalling && !HasBrokenOff(status) && (status.Os is not null || status.SshPasswords.Count > 0);

    /// <summary>Whether an installation has come to an end that shows, good or bad.</summary>
    public static bool HasEnded(InstallationStatus status) => HasSystem(status) || HasBrokenOff(status);

    // What the API calls an installed system need not be the template's name to the letter. It is taken for the one that was asked for
    // if it is new, or at least not what another template is called. Where it calls it nothing, new accounts tell.
    private static bool IsInstalled(Template template, InstallationMark before, InstallationStatus after, IReadOnlyList<Template> all) =>
        !HasBrokenOff(after)
        && (after.Os is { } os
            ? IsNameOf(template, os) || !LooseText.Same(before.Os ?? "", os) || !all.Any(t => t.Id != template.Id && IsNameOf(t, os))
            : string.IsNullOrWhiteSpace(after.Log) && HasNewAccounts(before, after));

    private static bool HasNewAccounts(InstallationMark before, InstallationStatus after) => after.SshPasswords.Count > 0 && !before.HasAccountsOf(after);

    private static bool IsNameOf(Template template, string os) => LooseText.Same(os, template.Name) || os == template.Id;
}
