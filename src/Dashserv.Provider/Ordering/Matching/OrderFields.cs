using Dashserv.Api.Models;

namespace Dashserv.Provider.Ordering.Matching;

/// <summary>What an order will send, while it is put together, and which part of that its price depends on.</summary>
internal sealed class OrderFields
{
    private readonly List<OrderField> _fields = [];
    private readonly List<string> _priced = [];
    private bool _isComplete = true;

    /// <summary>Adds a field; nothing where there is no value, which a diagnostic has told.</summary>
    public void Add(string key, string? value, bool isPriced = true, bool isSecret = false)
    {
        if (value is null)
        {
            return;
        }

        _fields.Add(new OrderField(key, value) { IsSecret = isSecret });
        if (isPriced)
        {
            _priced.Add(PriceOf(key, value));
        }
    }

    /// <summary>Something that the price depends on is not known.</summary>
    public void LeaveOpen() => _isComplete = false;

    /// <summary>The order; null where something is not known.</summary>
    public OrderRequest? ToRequest(string product, Period? period) =>
        _isComplete ? new OrderRequest(product, _fields, $"{product}?{string.Join('&', _priced)}", period) : null;

    /// <summary>A field's part in the price key.</summary>
    public static string PriceOf(string key, string value) => $"{Uri.EscapeDataString(key)}={Uri.EscapeDataString(value)}";
}
