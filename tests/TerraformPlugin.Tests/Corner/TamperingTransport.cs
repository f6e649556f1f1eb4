using CoreHarness;
using Google.Protobuf;
using TerraformPlugin.Authoring;

namespace TerraformPlugin.Tests.Corner;

/// <summary>Lets a test change what a provider answers, so that an answer against the rules reaches the core.</summary>
internal sealed class TamperingTransport(Provider provider) : IProviderTransport, IDisposable
{
    private readonly InProcessTransport _inner = new(provider);

    /// <summary>Changes a response; told the method's name.</summary>
    public Action<string, IMessage> Tamper { get; set; } = (_, _) => { };

    public async Task<IMessage> UnaryAsync(string method, IMessage request, MessageParser responseParser, CancellationToken cancellationToken)
    {
        var response = await _inner.UnaryAsync(method, request, responseParser, cancellationToken);
        Tamper(method, response);
        return response;
    }

    public void Dispose() => _inner.Dispose();
}
