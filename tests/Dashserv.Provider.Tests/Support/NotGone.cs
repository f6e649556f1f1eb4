using Dashserv.Simulator.Faults;

namespace Dashserv.Provider.Tests.Support;

/// <summary>Answers to a look at something that do not say that it is gone, and what a user must then be told.</summary>
internal static class NotGone
{
    private const string Html = "<html><body>Bad gateway</body></html>";

    public static TheoryData<int, string, string> Answers => new()
    {
        { 404, Failure("Invalid API route"), "endpoint" },
        { 405, Failure("Invalid HTTP method"), "does not take GET" },
        { 405, Html, "check `endpoint`" },
        { 404, Html, "endpoint" },
        { 200, Html, "not the API's JSON" },
        { 200, "", "not the API's JSON" },
        { 200, """{"success":true,"data":null}""", "not what the API documents" },
        { 301, Html, "redirects" },
        { 401, Failure("Invalid or missing API authentication"), "token" },
        { 403, Failure("Invalid or missing API authentication"), "token" },
        { 403, Html, "proxy or firewall" },
        { 403, Failure("forbidden"), "read permission" },
        { 412, Failure("Der Dienst wird gewartet."), "Der Dienst wird gewartet." },
        { 412, Failure("not_found"), "not_found" },
        { 500, Failure("internal_error"), "the server failed" },
        { 502, Html, "Bad gateway" },
        { 503, Failure("ratelimit_exceeded"), "too many requests" },
    };

    /// <summary>From now on, everything that is read is answered so.</summary>
    public static void AnswerReads(this ProviderWorld world, int status, string text) =>
        world.Simulator.Faults.Add(new FaultRule { Method = "GET", Times = 0, Status = status, Text = text });

    public static string Failure(string word) => $$"""{"success":false,"data":"{{word}}"}""";
}
