namespace Dashserv.Provider.Tests.Support;

/// <summary>What the API may answer to a call that does something, none of which has any effect; and what a user must then be told.</summary>
internal static class Refusals
{
    /// <summary>Status, body, the attribute that is to blame (empty for none), and a telling part of the text.</summary>
    public static TheoryData<int, string, string, string> Answers => new(
        ApiFailings.All.Where(f => f.Kind != FailingKind.Unknown)
            .Select(f => (f.Fault.Status!.Value, f.Fault.Text!, f.Kind == FailingKind.Gone ? "vserver_id" : "", f.Quoted ?? Told(f))));

    /// <summary>What a failure is called: a refused token is wrong for whatever was to be done.</summary>
    public static string Summary(string told, string usual) => IsOfTheToken(told) ? "The API token was refused" : usual;

    /// <summary>What only makes sense of failures that are not the token's.</summary>
    public static string UnlessOfTheToken(string told, string usual) => IsOfTheToken(told) ? "" : usual;

    private static bool IsOfTheToken(string told) => told is "the token is missing, wrong, expired or revoked" or "DASHSERV_TOKEN";

    // The method differs between the calls.
    private static string Told(ApiFailing failing) => failing.Told.Split("{method}")[0].Replace("{right}", "write", StringComparison.Ordinal);
}
