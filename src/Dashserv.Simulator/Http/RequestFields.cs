namespace Dashserv.Simulator.Http;

/// <summary>The form fields of any request, DELETE and PUT included, urlencoded or multipart. Other bodies have no fields, as in PHP.</summary>
internal static class RequestFields
{
    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            return None;
        }

        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return form.ToDictionary(f => f.Key, f => f.Value[^1] ?? "", StringComparer.Ordinal);
        }
        catch (InvalidDataException)
        {
            return None;
        }
    }
}
