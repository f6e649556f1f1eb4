using Dashserv.Provider.Ordering;
using TerraformPlugin.Authoring;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Lifecycle;

/// <summary>What every resource has that is ordered, delivered and terminated. Its lines are <see cref="OrderedAttributes"/>.</summary>
internal abstract class OrderedModel
{
    public Value<string> Location;
    public Value<string> Period;
    public Value<IReadOnlyDictionary<string, Value<string>>> Options;
    public Value<bool> DeletionProtection;
    public Value<string> OnDestroy;
    public Value<string> OnDrift;
    public Value<TfNumber> MaxMonthlyPrice;
    public Value<TfNumber> MaxDueToday;
    public Value<string> OnCreateTimeout;
    public Value<TimeoutsModel> Timeouts;

    /// <summary>Whether what has changed by itself, and can only be repaired by replacing or wiping, is to be repaired; else it is warned of.</summary>
    public bool RepairsDrift => OnDrift.Or("warn") == "repair";

    /// <summary>The product's uuid; null while the order is not delivered.</summary>
    public Value<string> Id;
    public Value<string> OrderId;
    public Value<string> Name;
    public Value<string> Status;
    public Value<decimal> MonthlyPrice;
    public Value<decimal> HourlyPrice;
    public Value<QuoteModel> Quote;
}
