using Dashserv.Api.Models;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Text;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Vservers;

/// <summary><c>data "dashserv_vservers"</c>: one list call, however many servers.</summary>
internal sealed class VserversDataSource(CurrentSession current) : DataSource<VserversModel>
{
    public override Schema<VserversModel> Schema { get; } = new("The vservers of the account.", VserversModel.Table);

    protected override async Task ReadAsync(DataContext<VserversModel> context)
    {
        var state = context.State;
        var name = state.NameRegex.IsKnown ? NameFilter.Create(state.NameRegex.Known) : null;
        var all = await current.Session.VserverReads.ListAsync(context.CancellationToken);
        state.Vservers = Value.Known<IReadOnlyList<Value<VserverDataModel>>>(
        [
            .. all
                .Where(v => name?.IsMatch(v.Name ?? "") ?? true)
                .Where(v => IsAt(v, state.Location.OrNull()))
                .Where(v => state.Status.IsNull || string.Equals(v.Status, state.Status.Known, StringComparison.OrdinalIgnoreCase))
                .OrderBy(v => v.Uuid, StringComparer.Ordinal)
                .Select(v => (Value<VserverDataModel>)VserverDataModel.Of(v)),
        ]);
    }

    private static bool IsAt(Vserver vserver, string? location) => location is null
        || new[] { vserver.Location?.Uuid, vserver.Location?.Name, vserver.Location?.Country, vserver.Location?.CountryName }
            .Any(n => n is not null && LooseText.Same(n, location));
}
