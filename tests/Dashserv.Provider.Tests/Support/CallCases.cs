namespace Dashserv.Provider.Tests.Support;

/// <summary>The cases of one resource, by what a failure leaves open.</summary>
/// <param name="Asking">Calls that only read: however they fail, nothing came of them.</param>
/// <param name="Doing">Calls that do something, and are refused.</param>
/// <param name="Lost">Calls that do something, and of which nobody knows whether they did.</param>
internal sealed record CallCases(IReadOnlyList<CallCase> Asking, IReadOnlyList<CallCase> Doing, IReadOnlyList<CallCase> Lost)
{
    public static TheoryData<string> Names(IEnumerable<CallCase> cases) => [.. cases.Select(d => d.Name)];

    public Task FailToAskAsync(string name) => Asking.Single(d => d.Name == name).FailAsync(FailingKind.Gone, FailingKind.Refused, FailingKind.Unknown);

    public Task BeRefusedAsync(string name) => Doing.Single(d => d.Name == name).FailAsync(FailingKind.Gone, FailingKind.Refused);

    public Task LoseTheAnswerAsync(string name) => Lost.Single(d => d.Name == name).FailAsync(FailingKind.Unknown);
}
