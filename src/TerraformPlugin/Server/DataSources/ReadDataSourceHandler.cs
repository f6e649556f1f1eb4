using TerraformPlugin.Authoring;
using TerraformPlugin.Planning;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;
using TerraformPlugin.Wire;
using TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server.DataSources;

/// <summary>Reads a data source, in each plan anew.</summary>
internal sealed class ReadDataSourceHandler(ProviderSession session)
{
    public async Task<ReadDataSource.Types.Response> HandleAsync(ReadDataSource.Types.Request request, CancellationToken cancellationToken)
    {
        var response = new ReadDataSource.Types.Response();
        var diagnostics = new Diagnostics();
        await session.GuardAsync(diagnostics, cancellationToken, async stop =>
        {
            var source = session.Provider.DataSources[request.TypeName];
            var table = source.UntypedSchema.Table;
            var config = request.Config.ToValue(table.ObjectType);
            try
            {
                var state = await source.ReadAsync(PlanSteps.Defaults(table, config, config), diagnostics, stop).ConfigureAwait(false);
                if (!diagnostics.HasErrors)
                {
                    response.State = ResultCheck.WithoutUnknowns(state, table.ObjectType, diagnostics).ToMessage(table.ObjectType);
                }
            }
            catch (UnknownConfigurationException) when (request.ClientCapabilities?.DeferralAllowed == true)
            {
                Defer(response, table, config);
            }
        }).ConfigureAwait(false);
        response.Diagnostics.AddRange(diagnostics.ToMessages());
        return response;
    }

    private static void Defer(ReadDataSource.Types.Response response, IObjectTable table, TfValue config)
    {
        var later = PlanSteps.ComputedToUnknown(table, PlanSteps.Defaults(table, config, config), config, TfValue.Null);
        response.State = later.ToMessage(table.ObjectType);
        response.Deferred = new Deferred { Reason = Deferred.Types.Reason.ProviderConfigUnknown };
    }
}
