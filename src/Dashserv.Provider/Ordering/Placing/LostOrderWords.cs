using Dashserv.Api;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Text;
using TerraformPlugin.Values;

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

    /// <param name="sentAt">When it was sent.</param>
    /// <param name="found">What was found of it.</param>
    public static ProblemException LeftBehind(DateTimeOffset sentAt, string found) => new(
        "An order of a run that was killed is not accounted for",
        $"An order like this one was sent at {sentAt:u}, by a run that was killed before it had an answer. It may or may not have been placed, and so may or "
            + $"may not cost money; nothing was ordered now. {found} The next apply orders anew.")
    {
        Stage = OperationStage.Lost,
    };

    /// <summary>That an order of a killed run is taken up.</summary>
    /// <param name="sentAt">When it was sent.</param>
    /// <param name="what">What became of it.</param>
    public static Diagnostic TakenUp(DateTimeOffset sentAt, string what) => new(
        Severity.Warning,
        "An order of a run that was killed was taken up",
        $"This was ordered at {sentAt:u}, by a run that was killed before Terraform could write it into the state: {what}. It is taken up, and nothing was "
            + "ordered now.",
        AttributePath.Root);

    /// <summary>That it will be, or, where nobody knows whether the state has it, that there is such an order.</summary>
    public static Diagnostic Foreseen(DateTimeOffset sentAt, string? order, bool isTold) => new(
        Severity.Warning,
        "An order like this one is not in the state",
        $"An order like this one was sent at {sentAt:u}{(order is null ? "" : $" ({order})")}, "
            + (isTold
                ? "and Terraform may have ended before it could save that. If the state of another resource does not have it, look into dashserv's customer "
                    + "panel and import it before you apply, or you will pay for two."
                : "by a run that was killed. This apply takes it up, and orders nothing."),
        AttributePath.Root);

    /// <param name="noun">What was ordered.</param>
    /// <param name="adopted">What was found.</param>
    public static Diagnostic Adopted(string noun, Candidate adopted) => new(
        Severity.Warning,
        $"The {noun} of an order without an answer was taken up",
        $"The order was sent, and its answer was lost. {adopted.Uuid} ({adopted}) is the only new {noun} that was ordered in those seconds and is as it was to "
            + "be, so it is taken for what was ordered, and is in the state; nothing was ordered a second time. If somebody else ordered it, remove it from "
            + "the state with \"terraform state rm\" before anything changes it.",
        AttributePath.Root);

    /// <summary>What was found of it.</summary>
    /// <param name="candidates">New products of its kind; null where they were never listed.</param>
    /// <param name="trouble">Why they could not be listed.</param>
    /// <param name="search">What was looked for.</param>
    public static string Found(IReadOnlyList<Candidate>? candidates, ApiException? trouble, ProductSearch search)
    {
        var fitting = candidates?.Where(c => c.Fits).ToArray() ?? [];
        return (fitting.Length, candidates?.Count ?? 0) switch
        {
            (0, 0) when trouble is not null => $"What there is now could not be read: {Sentence.Of(trouble.Message)} {Panel}",
            (0, 0) when candidates is null => $"What there is now could not be read in time. {Panel}",
            (0, 0) => "No new product that matches has appeared since. It may still do: look into dashserv's customer panel before you apply again, "
                + "and import it if it is there, or you may pay for two.",
            (0, _) =>
                "No new product that surely is it has appeared since. These are new and much alike, but have another name or place, or were ordered at "
                    + $"another time:\n\n{Listed(candidates!, search)}\n\n"
                + "If one of them is it, import it before you apply again, or you will pay for two.",
            _ => $"These new products match, and which one it is cannot be told:\n\n{Listed(fitting, search)}\n\nImport the right one, or terminate what "
                + "you do not want, before you apply again.",
        };
    }

    /// <summary>Products, each with what it costs and how it is imported.</summary>
    public static string Listed(IEnumerable<Candidate> candidates, ProductSearch search) => string.Join("\n\n", candidates.Select(c => Describe(c, search)));

    private static string Describe(Candidate candidate, ProductSearch search) =>
        $"{candidate}:\n{Hcl.ImportBlock(search.ResourceType, search.ImportId(candidate.Uuid))}";
}
