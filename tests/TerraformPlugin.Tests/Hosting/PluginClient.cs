using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using TerraformPlugin.Wire.GoPlugin;

namespace TerraformPlugin.Tests.Hosting;

/// <summary>A gRPC client on one connection, as Terraform's is.</summary>
internal sealed class PluginClient : IDisposable
{
    private const string Provider = "tfplugin6.Provider";
    private readonly GrpcChannel _channel;
    private readonly CallInvoker _calls;

    public PluginClient(EndPoint endPoint, SslClientAuthenticationOptions? tls = null)
    {
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (_, _) => new NetworkStream(await DialAsync(endPoint), ownsSocket: true),
        };
        if (tls is not null)
        {
            handler.SslOptions = tls;
        }

        _channel = GrpcChannel.ForAddress(tls is null ? "http://localhost" : "https://localhost", new GrpcChannelOptions
        {
            HttpHandler = handler,
            DisposeHttpClient = true,
            MaxReceiveMessageSize = null,
            MaxSendMessageSize = null,
        });
        _calls = _channel.CreateCallInvoker();
    }

    /// <summary>A client that shows <paramref name="certificate"/> and trusts the handshake's.</summary>
    public static PluginClient Connect(Handshake handshake, X509Certificate2? certificate) =>
        new(handshake.EndPoint, handshake.Certificate.Length == 0 ? null : TlsOptions(handshake, certificate));

    public static SslClientAuthenticationOptions TlsOptions(Handshake handshake, X509Certificate2? certificate) => new()
    {
        TargetHost = "localhost",
        ApplicationProtocols = [SslApplicationProtocol.Http2],
        ClientCertificates = certificate is null ? [] : [certificate],
        RemoteCertificateValidationCallback = (_, shown, _, _) => shown!.GetRawCertData().AsSpan().SequenceEqual(handshake.Certificate),
    };

    public static async Task<Socket> DialAsync(EndPoint endPoint)
    {
        var unix = endPoint is UnixDomainSocketEndPoint;
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, unix ? ProtocolType.Unspecified : ProtocolType.Tcp);
        await socket.ConnectAsync(endPoint);
        return socket;
    }

    public async Task<TResponse> CallAsync<TResponse>(string service, string method, IMessage request, MessageParser<TResponse> parser)
        where TResponse : IMessage<TResponse> =>
        (TResponse)await _calls.AsyncUnaryCall(Describe(MethodType.Unary, service, method, parser), null, Options(), request);

    public Task<TResponse> CallProviderAsync<TResponse>(string method, IMessage request, MessageParser<TResponse> parser)
        where TResponse : IMessage<TResponse> => CallAsync(Provider, method, request, parser);

    public async Task<HealthCheckResponse.Types.ServingStatus> CheckAsync(string service = "plugin") =>
        (await CallAsync("grpc.health.v1.Health", "Check", new HealthCheckRequest { Service = service }, HealthCheckResponse.Parser)).Status;

    public async Task ShutdownAsync() => await CallAsync("plugin.GRPCController", "Shutdown", new Empty(), Empty.Parser);

    public AsyncServerStreamingCall<IMessage> Stream(string service, string method, IMessage request, MessageParser parser) =>
        _calls.AsyncServerStreamingCall(Describe(MethodType.ServerStreaming, service, method, parser), null, Options(), request);

    public AsyncServerStreamingCall<IMessage> OpenStdio() =>
        Stream("plugin.GRPCStdio", "StreamStdio", new Google.Protobuf.WellKnownTypes.Empty(), StdioData.Parser);

    public AsyncDuplexStreamingCall<IMessage, IMessage> OpenDuplex(string service, string method, MessageParser parser) =>
        _calls.AsyncDuplexStreamingCall(Describe(MethodType.DuplexStreaming, service, method, parser), null, Options());

    public AsyncDuplexStreamingCall<IMessage, IMessage> OpenBroker() => OpenDuplex("plugin.GRPCBroker", "StartStream", ConnInfo.Parser);

    public AsyncClientStreamingCall<IMessage, IMessage> OpenUpload(string service, string method, MessageParser parser) =>
        _calls.AsyncClientStreamingCall(Describe(MethodType.ClientStreaming, service, method, parser), null, Options());

    public void Dispose() => _channel.Dispose();

    // Terraform sets no deadline; a test that would hang should end.
    private static CallOptions Options() => new(
        deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(30),
        cancellationToken: TestContext.Current.CancellationToken);

    private static Method<IMessage, IMessage> Describe(MethodType type, string service, string name, MessageParser parser) =>
        new(type, service, name, Marshaller(parser), Marshaller(parser));

    private static Marshaller<IMessage> Marshaller(MessageParser parser) => new(message => message.ToByteArray(), parser.ParseFrom);
}
