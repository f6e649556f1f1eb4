using System.Globalization;
using Dashserv.Api.Models;
using Dashserv.Provider.Access;
using Dashserv.Provider.Text;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Ordering.Matching;

/// <summary>Whether two maps of options order the same, however they are written: by a choice's key, its text, in other case, or not at all where the form
/// sends just that.</summary>
internal sealed class OptionWording(ApiAccess access, Catalogue catalogue, CancellationToken cancellationToken)
{
    private static readonly Dictionary<string, Value<string>> None = [];

    /// <summary>Whether the plan's options would have ordered something else, and what to plan: those that are only written differently, as the state has
    /// them.</summary>
    /// <param name="ordered">What the state says that was ordered.</param>
    /// <param name="planned">The plan's options.</param>
    /// <param name="prior">The state's.</param>
    public async Task<(bool IsChanged, Value<IReadOnlyDictionary<string, Value<string>>> Options)> CompareAsync(
        OrderArguments ordered, Value<IReadOnlyDictionary<string, Value<string>>> planned, Value<IReadOnlyDictionary<string, Value<string>>> prior)
    {
        if (TextMap.IsSame(planned, prior))
        {
            return (false, planned);
        }

        if (!access.ChecksPlans || planned.IsUnknown || !await OrdersSameAsync(ordered, planned.Or(None), prior.Or(None)))
        {
            return (true, planned);
        }

        // Core lets a plan keep the state's wording, but not leave out what is configured, nor add what is not.
        return (false, planned.IsNull || prior.IsNull ? planned : prior);
    }

    private async Task<bool> OrdersSameAsync(
        OrderArguments ordered, IReadOnlyDictionary<string, Value<string>> left, IReadOnlyDictionary<string, Value<string>> right)
    {
        var form = await catalogue.FormAsync(ordered.Product, cancellationToken);
        return left.Keys.Union(right.Keys).All(name =>
        {
            var (one, other) = (left.GetValueOrDefault(name), right.GetValueOrDefault(name));
            return one.Equals(other)
                || (form.Options.FirstOrDefault(o => o.Name == name) is { } option
                    && Sent(form, ordered, option, one) is { } word && Sent(form, ordered, option, other) is { } otherWord && IsSame(option, word, otherWord));
        });
    }

    // What is sent for an option that is not named, unless an attribute was sent for it, or will be.
    private static string? Sent(OrderForm form, OrderArguments ordered, FormOption option, Value<string> value) => value switch
    {
        { IsKnown: true } => value.Known,
        { IsUnknown: true } => null,
        _ => ordered.Typed.Any(a => OptionFinder.IsAnswered(form, option, a)) ? null : OptionValue.Default(option) ?? "",
    };

    private static bool IsSame(FormOption option, string left, string right) => option.Kind switch
    {
        FormOptionKind.Select => Choice(option, left) is { } choice && choice == Choice(option, right),
        FormOptionKind.Number => Number(left) is { } number && number == Number(right),
        _ => left == right,
    };

    private static string? Choice(FormOption option, string word) =>
        ChoiceFinder.Find(option, ArgumentType.Text, word, []) is [{ } only] ? only.Value : null;

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
