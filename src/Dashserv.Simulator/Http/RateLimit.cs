namespace Dashserv.Simulator.Http;

/// <summary>So many requests per token and second of the world's clock; the rest are turned away and had no effect.</summary>
internal sealed class RateLimit
{
    private readonly Dictionary<string, (long Second, int Count)> _windows = [];

    public bool Exceeded(string token, int perSecond, DateTimeOffset now)
    {
        if (perSecond <= 0)
        {
            return false;
        }

        var second = now.ToUnixTimeSeconds();
        var count = _windows.TryGetValue(token, out var window) && window.Second == second ? window.Count + 1 : 1;
        _windows[token] = (second, count);
        return count > perSecond;
    }
}
