using System.Text.RegularExpressions;
using Dashserv.Provider.Lifecycle;
using Dashserv.Provider.Text;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using Attr = TerraformPlugin.Schema.Attr<Dashserv.Provider.DedicatedServers.DedicatedServerModel>;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>The table of <c>dashserv_dedicated_server</c>. Which changes replace it depends on more than one attribute: see <see
/// cref="DedicatedServerPlan"/>.</summary>
internal static partial class DedicatedServerSchema
{
    public static Schema<DedicatedServerModel> Schema { get; } = new("A dedicated server.", new ObjectTable<DedicatedServerModel>(
    [
        Attr.Text("model", m => ref m.Model).Required().Validate(Ids.FindProblem)
            .Describe("The model's uuid in the marketplace, such as `h5HGC`. A change replaces the server."),
        Attr.Text("hostname", m => ref m.Hostname).Optional().Computed().UseStateForUnknown()
            .SemanticEquals((left, right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase))
            .Validate(Validators.Matches(Hostname(), "a host name: letters, digits, hyphens and dots, 253 characters at most"))
            .Describe("Host name; needed with `template`. What a change does is `on_os_change`."),
        Attr.Text("template", m => ref m.Template).Optional().Computed().UseStateForUnknown().Validate(Validators.NotEmpty())
            .Describe(
                "Operating system: a template's id or name, such as `295` or `Debian 11 (Bullseye)`. Left out, nothing is installed. What a change does is "
                    + "`on_os_change`. Null where the API calls what is installed by no template's name; a template that is then added is taken for what is "
                    + "installed."),
        Attr.Text("name", m => ref m.Name).Computed().UseStateForUnknown().From((DedicatedServerSnapshot s) => s.Server.Name)
            .Describe("The vendor's name for the server."),
        Attr.Single("cpu", CpuModel.Table, m => ref m.Cpu).Computed().UseStateForUnknown()
            .From((DedicatedServerSnapshot s) => CpuModel.Of(s.Server.Device?.Model?.Cpu)).Describe("The processors."),
        Attr.Single("ram", RamModel.Table, m => ref m.Ram).Computed().UseStateForUnknown()
            .From((DedicatedServerSnapshot s) => RamModel.Of(s.Server.Device?.Model?.Ram)).Describe("The memory."),
        Attr.NestedList("disks", DiskModel.Table, m => ref m.Disks).Computed().UseStateForUnknown()
            .From((DedicatedServerSnapshot s) => DiskModel.AllOf(s.Server.Device?.Model?.Disks)).Describe("The disks."),
        Attr.Decimal("bandwidth_mbit", m => ref m.BandwidthMbit).Computed().UseStateForUnknown()
            .From((DedicatedServerSnapshot s) => s.Server.Device?.Model?.PortMbit * (s.Server.Device?.Model?.NetworkPorts ?? 1))
            .Describe("Mbit/s over all ports."),
        Attr.Of("ipv4_addresses", Codecs.List(Codecs.Text), m => ref m.Ipv4Addresses).Computed().UseStateForUnknown()
            .From((DedicatedServerSnapshot s) => Value.Known<IReadOnlyList<Value<string>>>([.. s.Ipv4Addresses.Select(a => (Value<string>)a)]))
            .Describe("The IPv4 addresses."),
        Attr.Text("primary_ipv4_address", m => ref m.PrimaryIpv4Address).Computed().UseStateForUnknown()
            .From((DedicatedServerSnapshot s) => s.PrimaryIpv4Address).Describe("The first of them."),
        Attr.Text("mac_address", m => ref m.MacAddress).Computed().UseStateForUnknown().From((DedicatedServerSnapshot s) => s.Installation.Mac)
            .Describe("The hardware address."),
        Attr.Text("os", m => ref m.Os).Computed().UseStateForUnknown().From((DedicatedServerSnapshot s) => s.Installation.Os)
            .Describe("What is installed, in the API's words."),
        .. ServerAttributes.All<DedicatedServerModel>("`template` or `hostname`", "`hostname`", "error"),
    ]));

    [GeneratedRegex(@"^(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$")]
    private static partial Regex Hostname();
}
