using Dashserv.Api.Models;

namespace Dashserv.Provider.Ordering.Placing;

/// <summary>The search for what one order became whose answer was lost.</summary>
/// <param name="key">Equal for orders that could be mistaken for each other.</param>
/// <param name="mayBe">Whether a product may be what this order became.</param>
/// <param name="mark">Ends the search.</param>
internal sealed class LostSearch(string key, Func<IProduct, bool> mayBe, IDisposable mark) : IDisposable
{
    public string Key => key;

    public bool MayBe(IProduct product) => mayBe(product);

    public void Dispose() => mark.Dispose();
}
