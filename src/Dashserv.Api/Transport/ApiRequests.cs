namespace Dashserv.Api.Transport;

/// <summary>A call as HTTP: where it goes, and with which headers and body.</summary>
internal sealed class ApiRequests(DashservClientOptions options)
{
    private readonly string _base = options.Endpoint.AbsoluteUri.TrimEnd('/') + "/";

    public Uri UrlOf(ApiCall call) => new(_base + call.Path + (call.Query is null ? "" : "?" + call.Query));

    /// <summary>A new request for one try of a call.</summary>
    public HttpRequestMessage Create(CallContext context)
    {
        var request = new HttpRequestMessage(context.Call.Method, context.Url);
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + options.Token);
        request.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");

        // A body, if only an empty one, keeps the HTTP stack from silently repeating a call on a connection that broke.
        if (context.Call.Form.Count > 0 || context.Call.Effect != CallEffect.None)
        {
            request.Content = new FormUrlEncodedContent(context.Call.Form);
        }

        return request;
    }
}
