namespace Dashserv.Api.Transport;

/// <summary>A request that may go; disposed when it is over. What the API said to it is told before.</summary>
internal sealed class Place(RequestQueue queue, Departure departure) : IDisposable
{
    private bool _isAnswered;

    public void Accepted()
    {
        _isAnswered = true;
        queue.Accepted(departure);
    }

    public void Refused(TimeSpan? retryAfter)
    {
        _isAnswered = true;
        queue.Refused(departure, retryAfter);
    }

    public void Dispose() => queue.Leave(departure, isLost: !_isAnswered);
}
