namespace Dashserv.Api.Tests.Support;

/// <summary>What arrived at the fake.</summary>
internal sealed record SentRequest(string Method, Uri Url, string? Body, string? Authorization, DateTimeOffset At)
{
    public string Line => $"{Method} {Url.PathAndQuery}";

    public string? DecodedBody => Body is null ? null : Uri.UnescapeDataString(Body);
}
