namespace Dashserv.Simulator.Http;

/// <summary>The API says no. Thrown where the reason is known, turned into the answer in one place.</summary>
internal sealed class ApiRefusal(int status, JsonNode data, bool success = false) : Exception
{
    public ApiAnswer ToAnswer() => ApiAnswer.Envelope(status, success, data.DeepClone());

    /// <summary>412, with a word or, at times, a German sentence.</summary>
    public static ApiRefusal Failed(string reason) => new(412, reason);

    public static ApiRefusal Forbidden() => new(403, "forbidden");

    public static ApiRefusal Empty(string field) => new(422, $"empty_field:{field}");

    /// <summary>422 with the object of the reference's sample; <c>value</c> is the string that was sent.</summary>
    public static ApiRefusal Invalid(string field, string value, string message) =>
        new(422, new JsonObject { ["field"] = field, ["value"] = value, ["msg"] = message });

    /// <summary>The upgrade call reports its failures with HTTP 200 and <c>success: true</c>.</summary>
    public static ApiRefusal Disguised(string word) => new(200, word, success: true);
}
