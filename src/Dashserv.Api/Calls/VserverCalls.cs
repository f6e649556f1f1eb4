using System.Globalization;
using Dashserv.Api.Json;
using Dashserv.Api.Models;
using Dashserv.Api.Transport;

namespace Dashserv.Api.Calls;

/// <summary>Virtual servers (API reference, vServer).</summary>
public sealed class VserverCalls
{
    private const string Kind = "vserver";

    private readonly ApiConnection _api;

    internal VserverCalls(ApiConnection api) => _api = api;

    /// <summary>All vservers of the account that can be read: an odd one that nobody here manages must not cost the others.</summary>
    public Task<List<Vserver>> ListAsync(CancellationToken cancellationToken) =>
        _api.ReadAsync(ApiCall.Get("product", Kind), static data => data.ReadableList(Vserver.Read), cancellationToken);

    /// <summary>One vserver.</summary>
    public Task<Vserver> GetAsync(string uuid, CancellationToken cancellationToken) =>
        _api.ReadAsync(ApiCall.Get("product", Kind, uuid), Requested.Read(uuid, Vserver.Read, static answer => answer.Uuid), cancellationToken);

    /// <summary>What a vserver can be installed with.</summary>
    public Task<List<VserverImage>> ImagesAsync(CancellationToken cancellationToken) =>
        _api.ReadAsync(ApiCall.Get("product", Kind, "image") with { IsLogged = true }, static data => data.ReadableList(VserverImage.Read), cancellationToken);

    /// <summary>Power state, lock and use.</summary>
    public Task<VserverStatus> StatusAsync(string uuid, CancellationToken cancellationToken) =>
        _api.ReadAsync(ApiCall.Get("product", Kind, uuid, "status") with { IsLogged = true }, VserverStatus.Read, cancellationToken);

    /// <summary>Changes the size, and restarts the vserver. Only for those ordered as <c>vserver:configure</c>; a disk never shrinks.</summary>
    /// <exception cref="ApiException">Among others with the words <c>cannot_downgrade_disk</c> and <c>upgrade_resources_exceeds_limit</c>.</exception>
    public Task UpgradeAsync(string uuid, long cores, decimal ramGb, long diskGb, CancellationToken cancellationToken)
    {
        // The reference's sample ends in /status by mistake; its HTTP line is right.
        var call = ApiCall.Put("product", Kind, uuid, "upgrade")
            .With("cpu", cores.ToString(CultureInfo.InvariantCulture))
            .With("ram", ramGb.ToString("0.############", CultureInfo.InvariantCulture))
            .With("disk", diskGb.ToString(CultureInfo.InvariantCulture));
        return _api.ActAsync(call, "vserver_upgrade_success", cancellationToken);
    }

    /// <summary>Starts it.</summary>
    /// <returns>The task's uuid (no call looks it up).</returns>
    public Task<string?> StartAsync(string uuid, CancellationToken cancellationToken) => ActionAsync(uuid, "start", cancellationToken);

    /// <summary>Asks it to shut down (ACPI); a guest may never do it.</summary>
    /// <returns>The task's uuid.</returns>
    public Task<string?> ShutdownAsync(string uuid, CancellationToken cancellationToken) => ActionAsync(uuid, "shutdown", cancellationToken);

    /// <summary>Pulls the plug; data may be lost.</summary>
    /// <returns>The task's uuid.</returns>
    public Task<string?> StopAsync(string uuid, CancellationToken cancellationToken) => ActionAsync(uuid, "stop", cancellationToken);

    /// <summary>Shuts it down and starts it.</summary>
    /// <returns>The task's uuid.</returns>
    public Task<string?> RestartAsync(string uuid, CancellationToken cancellationToken) => ActionAsync(uuid, "restart", cancellationToken);

    /// <summary>Pulls the plug and puts it back; data may be lost.</summary>
    /// <returns>The task's uuid.</returns>
    public Task<string?> ResetAsync(string uuid, CancellationToken cancellationToken) => ActionAsync(uuid, "reset", cancellationToken);

    /// <summary>Writes an image over the disk: all data is lost.</summary>
    /// <param name="uuid">The vserver.</param>
    /// <param name="image">The image's name, such as <c>debian11</c>.</param>
    /// <param name="cancellationToken">Ends the waiting, not the installation.</param>
    /// <returns>The task's uuid.</returns>
    public Task<string> ReinstallAsync(string uuid, string image, CancellationToken cancellationToken) =>
        _api.BeginAsync(ApiCall.Post("product", Kind, uuid, "reinstall").With("image", image), cancellationToken);

    /// <summary>Gives root a new password, without a restart.</summary>
    /// <returns>The password. It is in no log and in no exception.</returns>
    public Task<string> ResetPasswordAsync(string uuid, CancellationToken cancellationToken) =>
        _api.PasswordAsync(ApiCall.Post("product", Kind, uuid, "password"), cancellationToken);

    /// <summary>What was done to it. The entries have no ids.</summary>
    public Task<List<VserverTask>> TasksAsync(string uuid, CancellationToken cancellationToken) =>
        _api.ReadAsync(
            ApiCall.Get("product", Kind, uuid, "tasks") with { IsLogged = true }, static data => data.RequiredList(VserverTask.Read), cancellationToken);

    /// <summary>Its graphs.</summary>
    /// <param name="uuid">The vserver.</param>
    /// <param name="timeframe"><c>hour</c>, <c>day</c>, <c>week</c>, <c>month</c> or <c>year</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<List<StatsPoint>> StatsAsync(string uuid, string timeframe, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(timeframe);
        var call = ApiCall.Get("product", Kind, uuid, "stats") with { IsLogged = true, Query = "timeframe=" + Uri.EscapeDataString(timeframe) };
        return _api.ReadAsync(call, static data => data.RequiredList(StatsPoint.Read), cancellationToken);
    }

    private Task<string?> ActionAsync(string uuid, string action, CancellationToken cancellationToken) =>
        _api.PowerAsync(ApiCall.Post("product", Kind, uuid, "actions", action), cancellationToken);
}
