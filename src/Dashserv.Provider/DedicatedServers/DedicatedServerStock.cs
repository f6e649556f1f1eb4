using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Ordering;
using Dashserv.Provider.Ordering.Matching;
using TerraformPlugin.Values;

namespace Dashserv.Provider.DedicatedServers;

/// <summary>Looks a model up in the marketplace before it is ordered.</summary>
internal static class DedicatedServerStock
{
    /// <returns>Whether it can be ordered.</returns>
    public static async Task<bool> CheckAsync(Session session, string model, Diagnostics diagnostics, CancellationToken cancellationToken)
    {
        var models = await FailureTranslator.ReadAsync(
            _ => OrderWords.NotKnown("The models on offer can't be had", "model", OrderWords.PlanWithout),
            () => session.Catalogue.ModelsAsync(cancellationToken));
        var found = models.Find(m => m.Uuid == model);
        if (found is null)
        {
            diagnostics.Error(
                "model",
                "No such model",
                $"The marketplace has no model \"{model}\". It has: "
                    + $"{OptionProblem.List(models.Select(m => $"{m.Uuid}: {m.DisplayName}, {m.Stock} in stock"))}.");
            return false;
        }

        if (found.Stock <= 0 && found.AllowsPreorder)
        {
            diagnostics.Warning(
                "model",
                "The hardware has to be supplied first",
                $"The model {model} ({found.DisplayName}) is not in stock, and is ordered in advance: it may take days until it is delivered. The apply waits "
                    + "as long as timeouts allow; what becomes of the order then, on_create_timeout says.");
        }

        if (found.Stock > 0 || found.AllowsPreorder)
        {
            return true;
        }

        diagnostics.Error(
            "model",
            "Out of stock",
            $"The model {model} ({found.DisplayName}) has a stock of {found.Stock} and cannot be ordered in advance. "
            + "In stock or orderable: "
            + $"{OptionProblem.List(models.Where(m => m.Stock > 0 || m.AllowsPreorder).Select(m => $"{m.Uuid}: {m.DisplayName}, {m.Stock} in stock"))}. "
            + "If this is a destroy, which Terraform plans like this first: nothing is ordered by it, and with DASHSERV_PLAN_CHECKS=false it does not ask.");
        return false;
    }
}
