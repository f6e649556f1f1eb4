using System.Net;
using System.Text;

namespace Dashserv.Api.Tests.Support;

/// <summary>Answers what a test tells it to, one answer per request (the last one again and again), and remembers what was asked.</summary>
internal sealed class FakeApi(TimeProvider time) : HttpMessageHandler
{
    private readonly Lock _lock = new();
    private readonly Queue<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> _answers = new();
    private Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>? _last;

    public List<SentRequest> Requests { get; } = [];

    public FakeApi Answer(string json, HttpStatusCode status = HttpStatusCode.OK, Action<HttpResponseMessage>? with = null) =>
        Answer((_, _) =>
        {
            var response =
                new HttpResponseMessage(status) { Content = new StringContent(json, Encoding.UTF8, json.StartsWith('<') ? "text/html" : "application/json") };
            with?.Invoke(response);
            return Task.FromResult(response);
        });

    public FakeApi Data(string data, HttpStatusCode status = HttpStatusCode.OK) =>
        Answer($$"""{"success": {{(status == HttpStatusCode.OK ? "true" : "false")}}, "data": {{data}}}""", status);

    public FakeApi Fail(Exception exception) => Answer((_, _) => Task.FromException<HttpResponseMessage>(exception));

    public FakeApi Hang() => Answer(static async (_, cancellationToken) =>
    {
        // Unlike a delay, it ends on the thread that ends it: simulated time does not run away from it.
        var never = new TaskCompletionSource<HttpResponseMessage>();
        await using var end = cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
        return await never.Task;
    });

    public FakeApi Answer(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (_lock)
        {
            Requests.Add(new SentRequest(request.Method.Method, request.RequestUri!, body, request.Headers.Authorization?.ToString(), time.GetUtcNow()));
            if (_answers.TryDequeue(out var next))
            {
                _last = next;
            }
        }

        return await (_last ?? throw new InvalidOperationException("No answer was set up."))(request, cancellationToken);
    }
}
