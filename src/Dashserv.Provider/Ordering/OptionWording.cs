using System.Globalization;
using Dashserv.Api.Models;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Lifecycle;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Ordering;

/// <summary>Whether two maps of options order the same, however they are written: by a choice's key, its text, or in other case.</summary>
internal sealed class OptionWording(Session session, CancellationToken cancellation)
{
    /// <summary>Sets options that are only written differently back to how the state has them.</summary>
    public async Task KeepAsync(string product, IOrderedModel plan, IOrderedModel prior)
    {
        if (!TextMap.IsSame(plan.Options, prior.Options) && await MeansSameAsync(product, plan.Options, prior.Options))
        {
            plan.Options = prior.Options;
        }
    }

    private async Task<bool> MeansSameAsync(
        string product, Value<IReadOnlyDictionary<string, Value<string>>> left, Value<IReadOnlyDictionary<string, Value<string>>> right)
    {
        if (!session.ChecksPlans || !left.IsKnown || !right.IsKnown || !left.Known.Keys.ToHashSet().SetEquals(right.Known.Keys))
        {
            return false;
        }

        var form = await session.Catalogue.FormAsync(product, cancellation);
        return left.Known.All(o => o.Value.Equals(right.Known[o.Key])
            || (o.Value.IsKnown && right.Known[o.Key].IsKnown && form.Options.FirstOrDefault(f => f.Name == o.Key) is { } option && IsSame(option, o.Value.Known, right.Known[o.Key].Known)));
    }

    private static bool IsSame(FormOption option, string left, string right) => option.Kind switch
    {
        FormOptionKind.Select => Choice(option, left) is { } choice && choice == Choice(option, right),
        FormOptionKind.Number => Number(left) is { } number && number == Number(right),
        _ => false,
    };

    private static string? Choice(FormOption option, string word) =>
        ChoiceFinder.Find(option, ArgumentKind.Text, word, []) is [{ } only] ? only.Value : null;

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
