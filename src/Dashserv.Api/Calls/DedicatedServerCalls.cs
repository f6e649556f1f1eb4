using Dashserv.Api.Json;
using Dashserv.Api.Models;
using Dashserv.Api.Transport;

namespace Dashserv.Api.Calls;

/// <summary>Dedicated servers (API reference, Dedicated server).</summary>
public sealed class DedicatedServerCalls
{
    private const string Kind = "dedicated-server";

    private readonly ApiConnection _api;

    internal DedicatedServerCalls(ApiConnection api) => _api = api;

    /// <summary>All dedicated servers of the account that can be read.</summary>
    public Task<List<DedicatedServer>> ListAsync(CancellationToken cancellationToken) =>
        _api.ReadAsync(ApiCall.Get("product", Kind), static data => data.ReadableList(DedicatedServer.Read), cancellationToken);

    /// <summary>One dedicated server.</summary>
    public Task<DedicatedServer> GetAsync(string uuid, CancellationToken cancellationToken) =>
        _api.ReadAsync(ApiCall.Get("product", Kind, uuid), Requested.Read(uuid, DedicatedServer.Read, static answer => answer.Uuid), cancellationToken);

    /// <summary>The marketplace: all models, with their stock.</summary>
    public Task<List<MarketplaceModel>> ModelsAsync(CancellationToken cancellationToken) =>
        _api.ReadAsync(
            ApiCall.Get("product", Kind, "models") with { IsLogged = true }, static data => data.ReadableList(MarketplaceModel.Read), cancellationToken);

    /// <summary>What a dedicated server can be installed with.</summary>
    public Task<List<Template>> TemplatesAsync(CancellationToken cancellationToken) =>
        _api.ReadAsync(ApiCall.Get("product", Kind, "templates") with { IsLogged = true }, Template.ReadAll, cancellationToken);

    /// <summary>The power state.</summary>
    public Task<ProductStatus> StatusAsync(string uuid, CancellationToken cancellationToken) =>
        _api.ReadAsync(ApiCall.Get("product", Kind, uuid, "status") with { IsLogged = true }, ProductStatus.Read, cancellationToken);

    /// <summary>Switches it on.</summary>
    public Task StartAsync(string uuid, CancellationToken cancellationToken) => ActionAsync(uuid, "start", cancellationToken);

    /// <summary>Asks it to shut down (ACPI); it may never do it.</summary>
    public Task ShutdownAsync(string uuid, CancellationToken cancellationToken) => ActionAsync(uuid, "shutdown", cancellationToken);

    /// <summary>Switches it off; data may be lost. Not in the reference, but in the vendor's own client.</summary>
    public Task StopAsync(string uuid, CancellationToken cancellationToken) => ActionAsync(uuid, "stop", cancellationToken);

    /// <summary>Pulls the plug and puts it back; data may be lost.</summary>
    public Task ResetAsync(string uuid, CancellationToken cancellationToken) => ActionAsync(uuid, "reset", cancellationToken);

    /// <summary>Its addresses.</summary>
    public Task<List<IpAddress>> NetworkAsync(string uuid, CancellationToken cancellationToken) =>
        _api.ReadAsync(ApiCall.Get("product", Kind, uuid, "network"), static data => data.RequiredList(IpAddress.Read), cancellationToken);

    /// <summary>How far its installation is, and its passwords. Never logged.</summary>
    public Task<InstallationStatus> InstallationStatusAsync(string uuid, CancellationToken cancellationToken) =>
        _api.ReadSecretAsync(
            ApiCall.Get("product", Kind, uuid, "installation", "status"), InstallationStatus.Read, static status => status.SshPasswords.Values,
            cancellationToken);

    /// <summary>Begins an installation: all data is lost.</summary>
    /// <param name="uuid">The server.</param>
    /// <param name="template">The template's id.</param>
    /// <param name="hostname">The name the system is to have.</param>
    /// <param name="cancellationToken">Ends the waiting, not the installation.</param>
    public Task InstallAsync(string uuid, string template, string hostname, CancellationToken cancellationToken)
    {
        var call = ApiCall.Post("product", Kind, uuid, "installation", "create").With("template", template).With("hostname", hostname);
        return _api.ActAsync(call, "dedicated_server_installation_create_success", cancellationToken);
    }

    /// <summary>The address of its console, a secret; null where the API does not offer it. Not in the reference, but in the vendor's own client.</summary>
    public Task<string?> ConsoleUrlAsync(string uuid, CancellationToken cancellationToken) =>
        _api.ReadIfOfferedAsync(
            ApiCall.Get("product", Kind, uuid, "console") with { IsSecret = true }, static data => data["url"].RequiredText(), cancellationToken);

    private Task<string?> ActionAsync(string uuid, string action, CancellationToken cancellationToken) =>
        _api.PowerAsync(ApiCall.Post("product", Kind, uuid, "actions", action), cancellationToken);
}
