namespace Dashserv.Simulator.Control;

/// <summary>Serialised JSON.</summary>
internal sealed class ControlAnswer(byte[] json, int status)
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "application/json";
        httpContext.Response.ContentLength = json.Length;
        await httpContext.Response.Body.WriteAsync(json, httpContext.RequestAborted);
    }
}
