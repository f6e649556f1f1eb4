using System.Text.Json.Nodes;
using CoreHarness;
using Dashserv.Simulator;
using Dashserv.Simulator.Control;
using Dashserv.Simulator.Faults;
using Dashserv.Simulator.Forms;

namespace Dashserv.Provider.Tests.DedicatedServers;

/// <summary>The dedicated servers most tests begin with, and how their world is told what to do.</summary>
internal static class TestDedicatedServer
{
    public const string Type = "dashserv_dedicated_server";

    public const string Debian11 = "Debian 11 (Bullseye)";

    public static Config Bare { get; } = Config.Of(("model", "h5HGC"), ("location", "DE"));

    public static Config Config { get; } = Bare.With("hostname", "db.example.com").With("template", Debian11);

    /// <summary>One whose drift, and whose changes of the system, are brought about whatever it costs.</summary>
    public static Config Repaired { get; } = Config.With("on_os_change", "replace").With("on_drift", "repair");

    public static Config InPlace { get; } = Config.With("on_os_change", "reinstall");

    /// <summary>One whose operating system is an option of the form like any other.</summary>
    public static Config Optional(string system) => Bare.With("hostname", "db.example.com").With("options", CoreHarness.Config.Of(("os", system)));

    /// <summary>An account in which everything takes milliseconds, whose form has a choice of operating systems.</summary>
    public static SimulatorOptions OrdersSystem { get; } =
        new() { DeploymentTime = TimeSpan.FromMilliseconds(20), ProductUuidAfter = TimeSpan.Zero, FormStyle = FormStyle.B };

    public static SimulatorOptions Slow { get; } = new() { DeploymentTime = TimeSpan.FromHours(1), ProductUuidAfter = TimeSpan.FromHours(1) };

    public static ResourceInstance Dedicated(this ProviderWorld world) => world.Resource(Type);

    public static Task<ResourceInstance> CreateDedicatedAsync(this ProviderWorld world, Config? config = null) => world.CreateAsync(Type, config ?? Config);

    public static int Installations(this ProviderWorld world) => world.Simulator.Journal.Count("*/installation/create", "POST");

    /// <summary>How long an installation takes from now on.</summary>
    public static void LetInstallationsTake(this ProviderWorld world, TimeSpan time) =>
        world.Simulator.World.Configure(new SettingsChange { InstallationTime = time });

    /// <summary>For so many looks, the installation's status is told to be this.</summary>
    public static void TellInstallation(this ProviderWorld world, int looks, bool isRunning, string? os, string? log = null, string? password = null) =>
        world.Simulator.Faults.Add(new FaultRule
        {
            Path = "*/installation/status",
            Times = looks,
            Status = 200,
            Text = new JsonObject
            {
                ["success"] = true,
                ["data"] = new JsonObject
                {
                    ["installation"] = isRunning,
                    ["log"] = log,
                    ["os"] = os,
                    ["mac"] = "1E:59:E5:28:00:01",
                    ["ssh"] = password is null ? null : new JsonObject { ["root"] = password },
                },
            }.ToJsonString(),
        });
}
