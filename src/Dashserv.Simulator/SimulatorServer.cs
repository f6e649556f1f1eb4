using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Dashserv.Simulator;

/// <summary>The simulated API, listening. No logging, no configuration files, no signal handlers: it can live in a test.</summary>
public sealed class SimulatorServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _stopping;

    private SimulatorServer(WebApplication app, CancellationTokenSource stopping, SimulatedWorld world, FaultScript faults, RequestJournal journal, Bell bell)
    {
        (_app, _stopping, World, Faults, Journal, Bell) = (app, stopping, world, faults, journal, bell);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Endpoint = new(address.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal) + "/v1");
    }

    /// <summary>The API's base URL, <c>http://127.0.0.1:PORT/v1</c>.</summary>
    public Uri Endpoint { get; }

    public SimulatedWorld World { get; }

    public FaultScript Faults { get; }

    public RequestJournal Journal { get; }

    /// <summary>Rings when a fault has struck, and when a request was noted in the journal.</summary>
    public Bell Bell { get; }

    /// <summary>Starts listening. Without a clock, time is real; with a <see cref="VirtualClock"/> it moves only by <see
    /// cref="SimulatedWorld.Advance"/>.</summary>
    /// <param name="options">Who there is, and how long everything takes.</param>
    /// <param name="time">The world's clock.</param>
    /// <param name="wire">The clock of what is slow on purpose (<see cref="FaultRule.Delay"/>): real unless said otherwise, whatever the world's is.</param>
    public static async Task<SimulatorServer> StartAsync(SimulatorOptions? options = null, TimeProvider? time = null, TimeProvider? wire = null)
    {
        options ??= new();
        var world = new SimulatedWorld(options, time ?? TimeProvider.System);
        var (faults, journal, bell, stopping) = (new FaultScript(), new RequestJournal(), new Bell(), new CancellationTokenSource());
        var app = Build(options);
        var pipeline = new ApiPipeline(world, faults, journal, bell, wire ?? TimeProvider.System, stopping.Token);
        app.UseRouting();
        // Endpoints of the control interface run themselves; everything else is the API's, also what is no route.
        app.Use((context, next) => context.Request.Path.StartsWithSegments("/_sim", StringComparison.Ordinal) ? next(context) : pipeline.InvokeAsync(context));
        MapApi(new(app));
        new ControlRoutes(world, faults, journal, app).Map();
        await app.StartAsync();
        return new(app, stopping, world, faults, journal, bell);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _stopping.Dispose();
    }

    private static void MapApi(ApiRoutes routes)
    {
        FormRoutes.Map(routes);
        OrderRoutes.Map(routes);
        ProductRoutes.Map(routes);
        VserverRoutes.Map(routes);
        BackupRoutes.Map(routes);
        TaskRoutes.Map(routes);
        DedicatedServerRoutes.Map(routes);
        AccountRoutes.Map(routes);
    }

    private static WebApplication Build(SimulatorOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k =>
        {
            k.AddServerHeader = false;
            k.Listen(options.Url.HostNameType == UriHostNameType.IPv4 ? IPAddress.Parse(options.Url.Host) : IPAddress.Loopback, options.Url.Port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, SilentLifetime>();
        builder.Services.Configure<HostOptions>(h => h.ShutdownTimeout = TimeSpan.FromSeconds(1));
        return builder.Build();
    }
}
