using Dashserv.Simulator.Faults;

namespace Dashserv.Provider.Tests.Support;

/// <summary>Every failure that a call can be answered with: the one list of them.</summary>
internal static class ApiFailings
{
    public const string Html = "<html><body>Bad gateway</body></html>";

    private const string German = "Der Server befindet sich im Wartungsmodus. Bitte wende dich an den Kundenservice.";
    private const string Token = "DASHSERV_TOKEN";
    private const string Endpoint = "should end in /v1";
    private const string Rate = "requests_per_second";
    private const string OwnWords = "These are the API's own words";
    private const string Correct = "Correct that value";
    private const string Outage = "may be having an outage";
    private const string Changed = "The API may have changed";
    private const string Newer = "Look for a newer version of the provider";

    public static IReadOnlyList<ApiFailing> All { get; } =
    [
        Gone("gone", 412, "resource_not_found"),
        Gone("gone in the other spelling", 200, "ressource_not_found"),
        Gone("gone under 404", 404, "ressource_not_found"),
        Refused("too many requests", 503, Failure("ratelimit_exceeded"), "too many requests", Rate),
        Refused("too many requests under 429", 429, Html, "too many requests", Rate),
        Refused("no authentication", 401, Failure("Unauthorized"), "the token is missing, wrong, expired or revoked", Token) with { OfTheToken = true },
        Refused("no authentication under 403", 403, Failure("Invalid or missing API authentication"), "the token is missing, wrong, expired or revoked", Token)
            with { OfTheToken = true },
        Refused("forbidden", 403, Failure("forbidden"), "{right} permission", "See the API tokens in dashserv's customer panel"),
        Refused("forbidden as a success", 200, Success("\"forbidden\""), "{right} permission", "See the API tokens in dashserv's customer panel"),
        Refused("a proxy", 403, Html, "proxy or firewall", "Ask whoever runs the network") with { Quoted = "Bad gateway" },
        Refused("no such route", 404, Failure("Invalid API route"), "there is no such URL", Endpoint),
        Refused("no such page", 404, Html, "check `endpoint`", Endpoint),
        Refused("no such method", 405, Failure("Invalid HTTP method"), "the API has this URL, but does not take {method}", Newer),
        Refused("no such method, by a page", 405, Html, "check `endpoint`", Endpoint),
        Refused("a sentence", 412, Failure(German), German, OwnWords) with { OfTheRequest = true },
        Refused("a word", 412, Failure("not_found"), "not_found", OwnWords) with { OfTheRequest = true },
        Refused("an object", 412, """{"success":false,"data":{"reason":"no space"}}""", "HTTP 412, the API refused", OwnWords) with { Quoted = "no space", OfTheRequest = true },
        Refused("a word under 200", 200, Failure("something_new"), "something_new", OwnWords) with { OfTheRequest = true },
        Refused("an empty field", 422, Failure("empty_field:flavour"), "empty_field:flavour", Correct) with { OfTheRequest = true },
        Refused("a number out of range", 422, """{"success":false,"data":{"field":"flavour","value":"0","msg":"number_out_of_range"}}""", "'flavour'", Correct) with { Quoted = "number_out_of_range", OfTheRequest = true },
        Refused("a number out of range, by a word", 422, Failure("number_out_of_range"), "number_out_of_range", Correct) with { OfTheRequest = true },
        Refused("a redirect", 301, Html, "redirects", "check `endpoint`"),
        Unknown("a failing server", 500, Failure("internal_error"), "HTTP 500, the server failed", Outage) with { Quoted = "internal_error" },
        Unknown("a bad gateway", 502, Html, "HTTP 502, the answer is not the API's JSON", Outage) with { Quoted = "Bad gateway" },
        Unknown("a gateway in vain", 504, Html, "HTTP 504, the answer is not the API's JSON", Outage) with { Quoted = "Bad gateway" },
        Unknown("no JSON", 200, Html, "the answer is not the API's JSON", Outage) with { Quoted = "Bad gateway" },
        Unknown("nothing", 200, "", "the answer is not the API's JSON. It is empty", Outage),
        Unknown("no data", 200, Success("null"), "not what the API documents", Changed),
        Unknown("an unknown word as a success", 200, Success("\"quite_something\""), "quite_something", OwnWords) with { OfTheRequest = true },
        new("a broken connection", FailingKind.Unknown, new FaultRule { Cut = CutMoment.Before }, "the connection broke", Outage),
        new("no answer", FailingKind.Unknown, new FaultRule { Hang = true }, "no answer within 60 s", Outage),
    ];

    public static string Failure(string word) => $$"""{"success":false,"data":"{{word}}"}""";

    private static string Success(string data) => $$"""{"success":true,"data":{{data}}}""";

    private static ApiFailing Gone(string name, int status, string word) =>
        new(name, FailingKind.Gone, new FaultRule { Status = status, Text = Failure(word) }, "the API says that it does not exist", "Plan again");

    private static ApiFailing Refused(string name, int status, string text, string told, string next) =>
        new(name, FailingKind.Refused, new FaultRule { Status = status, Text = text }, told, next);

    private static ApiFailing Unknown(string name, int status, string text, string told, string next) =>
        Refused(name, status, text, told, next) with { Kind = FailingKind.Unknown };
}
