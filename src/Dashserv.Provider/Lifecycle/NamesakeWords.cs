using Dashserv.Provider.Failures;
using Dashserv.Provider.Ordering;
using Dashserv.Provider.Ordering.Placing;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Lifecycle;

/// <summary>What is said of servers that have the name of one that is to be made, and that nothing tracks.</summary>
internal static class NamesakeWords
{
    /// <param name="mode">What is to be done about them: see <see cref="OnExistingName"/>.</param>
    /// <param name="noun">What they are.</param>
    /// <param name="attribute">The attribute that holds the name.</param>
    /// <param name="name">The name.</param>
    /// <param name="found">Which they are.</param>
    /// <param name="search">What they are imported as.</param>
    public static Diagnostic Planned(
        string mode, string noun, string attribute, string name, IReadOnlyList<Candidate> found, ProductSearch search)
    {
        var there = There(noun, name, found, search);
        return (mode, found.Count(c => c.Fits)) switch
        {
            (OnExistingName.Error, _) => new Diagnostic(
                Severity.Error, Summary(noun), $"{there}\n\non_existing_name is \"error\", so nothing is planned. {WayOut(attribute)}",
                AttributePath.Of(attribute)),
            (OnExistingName.Adopt, 1) => Warning(
                $"{there}\n\non_existing_name is \"adopt\": this apply takes over {found.Single(c => c.Fits).Uuid}, and orders nothing.", noun, attribute),
            (OnExistingName.Adopt, > 1) => new Diagnostic(
                Severity.Error, Summary(noun),
                $"{there}\n\non_existing_name is \"adopt\", and which of these is to be taken over cannot be told. {WayOut(attribute)}",
                AttributePath.Of(attribute)),
            (OnExistingName.Adopt, _) => Warning(
                $"{there}\n\nIt is not of the size or at the place that is wanted, so it is not taken over: this apply orders another. {WayOut(attribute)}",
                noun, attribute),
            _ => Warning(
                $"{there}\n\nThis apply orders another beside it, and you pay for both. If an earlier run has left it behind, import it instead, or set "
                    + "on_existing_name = \"adopt\"; if there are to be two, set on_existing_name = \"ignore\".", noun, attribute),
        };
    }

    /// <summary>An order that must not be placed.</summary>
    public static ProblemException Refused(
        string mode, bool isStateKnown, string noun, string attribute, string name, IReadOnlyList<Candidate> found, ProductSearch search)
    {
        var why = mode == OnExistingName.Error ? "on_existing_name is \"error\"."
            : isStateKnown ? "on_existing_name is \"adopt\", and which of these is to be taken over cannot be told."
            : "on_existing_name is \"adopt\", and this machine has not planned of late, or has no order journal: whether another resource has it in its state "
                + "already cannot be told. Plan and apply in the same working directory.";
        return new ProblemException(
            Summary(noun), $"{There(noun, name, found, search)}\n\n{why} {OrderWords.Money} {WayOut(attribute)}", AttributePath.Of(attribute));
    }

    /// <summary>A plan that is shown nothing of the state that an earlier one was shown.</summary>
    public static Diagnostic StateLost(string noun, string attribute, string name, IReadOnlyList<Candidate> found, ProductSearch search) => new(
        Severity.Error,
        Summary(noun),
        $"{There(noun, name, found, search)}\n\nAn earlier plan on this machine was shown it in a state, and this one was shown nothing of that state: it may "
            + "be lost, such as where Terraform was killed while it wrote it. So on_existing_name = \"adopt\" takes nothing over, and nothing is planned. "
            + $"Restore the state (terraform.tfstate.backup has the one before), or import what there is. {WayOut(attribute)}",
        AttributePath.Of(attribute));

    /// <summary>That one was taken over.</summary>
    public static Diagnostic TakenOver(string noun, Candidate adopted) => new(
        Severity.Warning,
        $"A {noun} that was there already was taken over",
        $"{adopted.Uuid} ({adopted}) has the name, size and place that were wanted, and no state that this run was shown had it. As on_existing_name is "
            + "\"adopt\", it is in the state now, and nothing was ordered. If it is somebody else's, remove it from the state with \"terraform state rm\" "
            + "before anything changes it.",
        AttributePath.Root);

    private static Diagnostic Warning(string detail, string noun, string attribute) =>
        new(Severity.Warning, Summary(noun), detail, AttributePath.Of(attribute));

    private static string Summary(string noun) => $"There is a {noun} of this name already";

    private static string There(string noun, string name, IReadOnlyList<Candidate> found, ProductSearch search) =>
        $"The account has {(found.Count == 1 ? $"a {noun}" : $"{found.Count} {noun}s")} named \"{name}\" that nothing in this run tracks:\n\n"
            + LostOrderWords.Listed(found, search);

    private static string WayOut(string attribute) =>
        $"Import it, terminate it, choose another {attribute}, or set on_existing_name = \"ignore\" to order another beside it.";
}
