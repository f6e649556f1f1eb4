namespace Dashserv.Provider.Tests.Support;

/// <summary>What the API may answer to a call that does something, none of which has any effect; and what a user must then be told.</summary>
internal static class Refusals
{
    private const string German = "Der vServer befindet sich im Wartungsmodus. Bitte wende dich an den Kundenservice.";

    /// <summary>Status, body, the attribute that is to blame (empty for none), and a telling part of the text.</summary>
    public static TheoryData<int, string, string, string> Answers => new()
    {
        { 412, NotGone.Failure(German), "", German },
        { 412, NotGone.Failure("backup_in_progress"), "", "backup_in_progress" },
        { 200, NotGone.Failure("something_new"), "", "something_new" },
        { 412, """{"success":false,"data":{"reason":"no space"}}""", "", "no space" },
        { 412, NotGone.Failure("resource_not_found"), "vserver_id", "does not exist" },
        { 200, NotGone.Failure("ressource_not_found"), "vserver_id", "does not exist" },
        { 403, NotGone.Failure("forbidden"), "", "write permission" },
        { 200, """{"success":true,"data":"forbidden"}""", "", "write permission" },
        { 403, NotGone.Failure("Invalid or missing API authentication"), "", "token" },
        { 401, NotGone.Failure("Unauthorized"), "", "token" },
        { 503, NotGone.Failure("ratelimit_exceeded"), "", "requests_per_second" },
        { 404, NotGone.Failure("Invalid API route"), "", "endpoint" },
        { 405, NotGone.Failure("Invalid HTTP method"), "", "the API has this URL, but does not take" },
        { 422, NotGone.Failure("empty_field:flavour"), "", "flavour" },
        { 422, """{"success":false,"data":{"field":"flavour","value":"0","msg":"number_out_of_range"}}""", "", "number_out_of_range" },
    };
}
