namespace Dashserv.Api.Tests.Support;

/// <summary>A client on a fake API and a clock that jumps.</summary>
internal sealed class Given : IDisposable
{
    public const string Token = "nbzFiujNy2wfX51z81bjDJLjKHlwUfBV";

    private DashservClient? _client;

    public Given(bool requestsTimeOut = false, TimeSpan? endless = null)
    {
        Time = new JumpingTime { LetsRequestsTimeOut = requestsTimeOut, Endless = endless };
        Api = new FakeApi(Time);
    }

    public JumpingTime Time { get; }

    public FakeApi Api { get; }

    public RecordingLogger Log { get; } = new();

    public int MaxRetries { get; init; } = 6;

    public int MaxConcurrentRequests { get; init; } = 10;

    public long MaxAnswerBytes { get; init; } = 64 * 1024 * 1024;

    public Func<double> Randomness { get; init; } = static () => 1;

    public DashservClient Client => _client ??= new DashservClient(
        new DashservClientOptions
        {
            Token = Token,
            Handler = Api,
            MaxRetries = MaxRetries,
            MaxConcurrentRequests = MaxConcurrentRequests,
            MaxAnswerBytes = MaxAnswerBytes,
            RequestTimeout = JumpingTime.RequestTimeout,
            Randomness = Randomness,
        },
        Time,
        Log);

    public static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    public static string Fixture(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", name + ".json"));

    public static Given Answering(string fixture)
    {
        var given = new Given();
        given.Api.Answer(Fixture(fixture));
        return given;
    }

    public void Dispose()
    {
        _client?.Dispose();
        Api.Dispose();
    }
}
