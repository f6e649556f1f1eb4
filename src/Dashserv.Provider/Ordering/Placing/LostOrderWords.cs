using System.Globalization;
using Dashserv.Api;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Text;

namespace Dashserv.Provider.Ordering.Placing;

/// <summary>What is said of an order whose answer was lost, and of which it is not certain what it became.</summary>
internal static class LostOrderWords
{
    private const int MaxTitle = 60;
    private const string Panel = "Look into dashserv's customer panel before you apply again, and import it if it is there, or you may pay for two.";

    /// <param name="lost">Why there is no answer, or the answer that is none.</param>
    /// <param name="found">What was found of it.</param>
    public static FailureWords Of(Exception lost, string found)
    {
        var outcome = $"The order may or may not have been placed, and so may or may not cost money; it was not sent a second time. {found}";
        var words =
            new FailureWords("An order was sent, and its answer was lost", outcome)
            { WhenStopped = $"{Sentence.Of(lost.Message)}\n\n{outcome}", StandsAlone = true };
        return lost is not ApiException { Kind: ApiErrorKind.Rejected } answer ? words : words with
        {
            Summary = $"The order was answered with \"{(answer.Word is { Length: > MaxTitle } word ? $"{word[..MaxTitle]}…" : answer.Word)}\"",
            Lead = "That is neither an order's id nor a refusal that the API documents. By the word, see whether it is one, and what to do about it; "
                + "the customer panel shows orders, invoices and the account's balance.",
        };
    }

    /// <summary>What was found of it.</summary>
    /// <param name="candidates">New products of its kind; null where they were never listed.</param>
    /// <param name="trouble">Why they could not be listed.</param>
    /// <param name="search">What was looked for.</param>
    public static string Found(IReadOnlyList<Candidate>? candidates, ApiException? trouble, ProductSearch search)
    {
        var namesakes = candidates?.Where(c => c.IsNamesake).ToArray() ?? [];
        return (namesakes.Length, candidates?.Count ?? 0) switch
        {
            (0, 0) when trouble is not null => $"What there is now could not be read: {Sentence.Of(trouble.Message)} {Panel}",
            (0, 0) when candidates is null => $"What there is now could not be read in time. {Panel}",
            (0, 0) => "No new product that matches has appeared since. It may still do: look into dashserv's customer panel before you apply again, "
                + "and import it if it is there, or you may pay for two.",
            (0, _) =>
                "No new product of that name has appeared since. These are new, of the same size, and named otherwise, as the API may have chosen the "
                    + $"name:\n\n{Listed(candidates!, search)}\n\n"
                + "If one of them is it, import it before you apply again, or you will pay for two.",
            _ => $"These new products match, and which one it is cannot be told:\n\n{Listed(namesakes, search)}\n\nImport the right one, or terminate what "
                + "you do not want, before you apply again.",
        };
    }

    private static string Listed(IEnumerable<Candidate> candidates, ProductSearch search) => string.Join("\n\n", candidates.Select(c => Describe(c, search)));

    private static string Describe(Candidate candidate, ProductSearch search)
    {
        var price = candidate.HourlyPrice is { } hourly ? $"{hourly.ToString("0.#####", CultureInfo.InvariantCulture)} EUR per hour" : "price unknown";
        return $"{candidate.Name ?? "(without a name)"}, created {candidate.CreatedAt?.ToString("u", CultureInfo.InvariantCulture) ?? "at an unknown time"}, "
            + $"{price}:\n"
            + $"import {{\n  to = {search.ResourceType}.NAME\n  id = \"{search.ImportId(candidate.Uuid)}\"\n}}";
    }
}
