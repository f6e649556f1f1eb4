using System.Globalization;
using Dashserv.Api.Models;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Lifecycle;
using Dashserv.Provider.Text;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Ordering.Matching;

/// <summary>Whether two maps of options order the same, however they are written: by a choice's key, its text, in other case, or not at all where the form sends just that.</summary>
internal sealed class OptionWording(Session session, CancellationToken cancellationToken)
{
    private static readonly Dictionary<string, Value<string>> None = [];

    /// <summary>Whether the plan's options would have ordered something else. Those that are only written differently are set back to how the state has them.</summary>
    /// <param name="ordered">What the state says that was ordered.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="prior">The state.</param>
    public async Task<bool> IsChangedAsync(OrderArguments ordered, OrderedModel plan, OrderedModel prior)
    {
        if (TextMap.IsSame(plan.Options, prior.Options))
        {
            return false;
        }

        if (!session.ChecksPlans || plan.Options.IsUnknown || !await OrdersSameAsync(ordered, plan.Options.Or(None), prior.Options.Or(None)))
        {
            return true;
        }

        // Core lets a plan keep the state's wording, but not leave out what is configured, nor add what is not.
        plan.Options = plan.Options.IsNull || prior.Options.IsNull ? plan.Options : prior.Options;
        return false;
    }

    private async Task<bool> OrdersSameAsync(
        OrderArguments ordered, IReadOnlyDictionary<string, Value<string>> left, IReadOnlyDictionary<string, Value<string>> right)
    {
        var form = await session.Catalogue.FormAsync(ordered.Product, cancellationToken);
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

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
