namespace Dashserv.Simulator.Http;

/// <summary>What a route does. It runs while nobody else touches the world. Carried as the endpoint's metadata.</summary>
internal sealed record ApiHandler(Func<ApiCall, ApiAnswer> Answer, bool Optional = false);
