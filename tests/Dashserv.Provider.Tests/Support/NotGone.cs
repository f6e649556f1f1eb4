using Dashserv.Simulator.Faults;

namespace Dashserv.Provider.Tests.Support;

/// <summary>Answers to a look at something that do not say that it is gone, and what a user must then be told.</summary>
internal static class NotGone
{
    public static TheoryData<int, string, string> Answers => new(
        ApiFailings.All.Where(f => f is { Kind: not FailingKind.Gone, Fault.Status: not null })
            .Select(f => (f.Fault.Status!.Value, f.Fault.Text!, f.Quoted ?? f.ToldOf("GET"))));

    /// <summary>From now on, everything that is read is answered so.</summary>
    public static void AnswerReads(this ProviderWorld world, int status, string text) =>
        world.Simulator.Faults.Add(new FaultRule { Method = "GET", Times = 0, Status = status, Text = text });

    public static string Failure(string word) => ApiFailings.Failure(word);
}
