using Google.Protobuf;

namespace CoreHarness;

/// <summary>How a request reaches the provider: within the process, or over a connection.</summary>
public interface IProviderTransport
{
    /// <param name="method">The method's name without its service, such as <c>ReadResource</c>.</param>
    /// <param name="request">The request.</param>
    /// <param name="responseParser">Reads the response's bytes.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    Task<IMessage> UnaryAsync(string method, IMessage request, MessageParser responseParser, CancellationToken cancellationToken);
}
