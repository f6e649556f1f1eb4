using System.Net;
using System.Text;

namespace Dashserv.Api.Tests.Support;

/// <summary>A server that takes so many requests per second, in the time of a test, and refuses the others without saying when to come back.</summary>
internal sealed class LimitedServer(TimeProvider time, int perSecond, LimitKind kind) : HttpMessageHandler
{
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(50);

    private readonly DateTimeOffset _start = time.GetUtcNow();
    private double _tokens = perSecond;
    private double _filledAt;

    public int PerSecond { get; set; } = perSecond;

    /// <summary>Answers to everything, from time to time: a bare 503.</summary>
    public Func<double, bool> IsOut { get; init; } = static _ => false;

    /// <summary>The end of the paths that it never answers otherwise.</summary>
    public string? Breaks { get; init; }

    /// <summary>When each refusal was, in seconds.</summary>
    public List<double> Refusals { get; } = [];

    /// <summary>When each request was taken, in seconds.</summary>
    public List<double> Taken { get; } = [];

    public double Now => (time.GetUtcNow() - _start).TotalSeconds;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Delay(Latency, time, cancellationToken);
        var isOut = IsOut(Now) || (Breaks is not null && request.RequestUri!.AbsolutePath.EndsWith(Breaks, StringComparison.Ordinal));
        var isTaken = false;
        if (!isOut && Takes())
        {
            Taken.Add(Now);
            isTaken = true;
        }
        else
        {
            Refusals.Add(Now);
        }

        await Task.Delay(Latency, time, cancellationToken);
        return new HttpResponseMessage(isTaken ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable)
        {
            Content = new StringContent(
                isTaken ? """{"success":true,"data":[]}""" : isOut ? "" : """{"success":false,"data":"ratelimit_exceeded"}""", Encoding.UTF8, "application/json"),
        };
    }

    private bool Takes()
    {
        if (kind == LimitKind.Window)
        {
            var window = Math.Floor(Now);
            return Taken.Count(at => Math.Floor(at) == window) < PerSecond;
        }

        _tokens = Math.Min(PerSecond, _tokens + ((Now - _filledAt) * PerSecond));
        _filledAt = Now;
        if (_tokens < 1)
        {
            return false;
        }

        _tokens--;
        return true;
    }
}
