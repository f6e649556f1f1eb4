using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dashserv.Api.Tests.Support;

/// <summary>A proxy that answers every CONNECT with one status, and opens no tunnel.</summary>
internal sealed class LoopbackProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _serving;

    private LoopbackProxy(int status)
    {
        _listener.Start();
        _serving = ServeAsync(status);
    }

    /// <summary>What it was asked, line by line.</summary>
    public ConcurrentQueue<string> Lines { get; } = new();

    public string Address => _listener.LocalEndpoint.ToString()!;

    public static LoopbackProxy Answering(int status) => new(status);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _serving;
        _end.Dispose();
        _listener.Dispose();
    }

    private async Task ServeAsync(int status)
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
                while (await reader.ReadLineAsync(_end.Token) is { Length: > 0 } line)
                {
                    Lines.Enqueue(line);
                }

                var challenge = status == 407 ? "Proxy-Authenticate: Basic realm=\"proxy\"\r\n" : "";
                var head = $"HTTP/1.1 {status} No\r\n{challenge}Content-Length: 0\r\nConnection: close\r\n\r\n";
                await stream.WriteAsync(Encoding.ASCII.GetBytes(head), _end.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or IOException or InvalidOperationException)
        {
            // The test is over.
        }
    }
}
