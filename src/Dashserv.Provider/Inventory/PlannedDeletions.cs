using System.Collections.Concurrent;
using Dashserv.Api.Models;

namespace Dashserv.Provider.Inventory;

/// <summary>Which products dashserv is going to delete, such as those that were cancelled or not paid for, as far as they were read.</summary>
internal sealed class PlannedDeletions
{
    private readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);

    public void Saw(IProduct product)
    {
        if (product.Payment?.DeletionJson is { } deletion and not ("{}" or "[]" or "false" or "0" or "\"\""))
        {
            _known[product.Uuid] = deletion;
        }
        else
        {
            _known.TryRemove(product.Uuid, out _);
        }
    }

    /// <summary>What the API says of it, in its own words; null where nothing is planned.</summary>
    public string? Of(string product) => _known.GetValueOrDefault(product);
}
