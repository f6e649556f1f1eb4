using Dashserv.Provider.Ordering;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Lifecycle;

/// <summary>What every resource has that is ordered, delivered and terminated.</summary>
internal interface IOrderedModel
{
    /// <summary>The product's uuid; null while the order is not delivered.</summary>
    Value<string> Id { get; set; }

    /// <summary>Further options of the order form.</summary>
    Value<IReadOnlyDictionary<string, Value<string>>> Options { get; set; }

    Value<string> OrderId { get; set; }

    Value<string> Status { get; set; }

    Value<QuoteModel> Quote { get; set; }

    Value<decimal> MonthlyPrice { get; }

    Value<decimal> HourlyPrice { get; }

    Value<decimal> MaxMonthlyPrice { get; }

    Value<bool> DeletionProtection { get; }

    Value<string> OnDestroy { get; }

    Value<string> OnCreateTimeout { get; }

    Value<TimeoutsModel> Timeouts { get; }
}
