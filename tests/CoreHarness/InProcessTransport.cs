using Google.Protobuf;
using TerraformPlugin.Authoring;
using TerraformPlugin.Server;

namespace CoreHarness;

/// <summary>
/// Calls the handlers directly, but lets every message travel as bytes: what cannot be serialised, or is shared by
/// accident, fails here as it would over a connection.
/// </summary>
public sealed class InProcessTransport : IProviderTransport, IDisposable
{
    private readonly ProviderSession _session;
    private readonly Dictionary<string, UnaryRpc> _methods;

    public InProcessTransport(Provider provider)
    {
        _session = new ProviderSession(provider);
        _methods = ProviderRpcs.For(_session).OfType<UnaryRpc>().ToDictionary(m => m.Name, StringComparer.Ordinal);
    }

    public async Task<IMessage> UnaryAsync(string method, IMessage request, MessageParser responseParser, CancellationToken cancellationToken)
    {
        var rpc = _methods[method];
        var response = await rpc.Handler(rpc.RequestParser.ParseFrom(request.ToByteArray()), cancellationToken);
        return responseParser.ParseFrom(response.ToByteArray());
    }

    /// <summary>What the client does when it is done: the answers are saved, and the process ends.</summary>
    public void End() => _session.End();

    public void Dispose() => _session.Dispose();
}
