namespace Dashserv.Provider.Power;

/// <summary>
/// The API's status words of tasks and backups. Its reference shows <c>OK</c> and <c>CREATING</c>, and lists none; so words are known by what they contain,
/// and what has ended with one that is not known good has not been seen to succeed.
/// </summary>
internal static class StatusWords
{
    private static readonly string[] Bad =
    [
        "error", "fail", "fehl", "abort", "abbr", "abgebr", "cancel", "time", "interrupt", "kill", "reject", "denied", "expired", "unsuccess", "incomplete",
        "broken", "crash", "corrupt", "invalid",
    ];

    private static readonly string[] Good = ["done", "finish", "success", "complete", "warning", "erfolg", "erledigt", "fertig"];

    private static readonly string[] Busy = ["creat", "pend", "queue", "run", "wait", "lock", "start", "progress", "process"];

    /// <summary>What the word alone says.</summary>
    public static StatusVerdict Of(string? status) =>
        string.IsNullOrWhiteSpace(status) ? StatusVerdict.Unknown
        : Has(status, Bad) ? StatusVerdict.Failed
        : Has(status, Good) || status.StartsWith("ok", StringComparison.OrdinalIgnoreCase) ? StatusVerdict.Succeeded
        : Has(status, Busy) ? StatusVerdict.Running
        : StatusVerdict.Unknown;

    /// <summary>What a task's word says, knowing whether it has ended.</summary>
    public static StatusVerdict OfTask(string? status, bool hasEnded) => (Of(status), hasEnded) switch
    {
        (StatusVerdict.Unknown, true) => string.IsNullOrWhiteSpace(status) ? StatusVerdict.Succeeded : StatusVerdict.Failed,
        (StatusVerdict.Running, true) => StatusVerdict.Succeeded,
        (StatusVerdict.Unknown, false) => StatusVerdict.Running,
        var (verdict, _) => verdict,
    };

    private static bool Has(string status, string[] parts) => parts.Any(part => status.Contains(part, StringComparison.OrdinalIgnoreCase));
}
