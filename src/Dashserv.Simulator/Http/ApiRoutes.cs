namespace Dashserv.Simulator.Http;

/// <summary>Registers the API's calls under <c>/v1</c>; the pipeline in front of them answers, so the endpoints are only names.</summary>
internal sealed class ApiRoutes(IEndpointRouteBuilder endpoints)
{
    public void Get(string path, Func<ApiCall, ApiAnswer> answer) => Map("GET", path, new(answer));

    public void Post(string path, Func<ApiCall, ApiAnswer> answer) => Map("POST", path, new(answer));

    public void Put(string path, Func<ApiCall, ApiAnswer> answer) => Map("PUT", path, new(answer));

    public void Delete(string path, Func<ApiCall, ApiAnswer> answer) => Map("DELETE", path, new(answer));

    /// <summary>A call that only the vendor's client knows and that can be switched off.</summary>
    public void GetOptional(string path, Func<ApiCall, ApiAnswer> answer) => Map("GET", path, new(answer, Optional: true));

    private void Map(string method, string path, ApiHandler handler) =>
        endpoints.MapMethods($"/v1/{path}", [method], (RequestDelegate)(_ => Task.CompletedTask)).WithMetadata(handler);
}
