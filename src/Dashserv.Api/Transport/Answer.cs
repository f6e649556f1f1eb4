using System.Net.Http.Headers;

namespace Dashserv.Api.Transport;

/// <summary>An HTTP answer, whole, before anybody judged it.</summary>
internal sealed record Answer(int Status, AnswerBody Body, string? ContentType, string? Location, TimeSpan? RetryAfter)
{
    /// <summary>When it was made, by the clock of whoever made it.</summary>
    public DateTimeOffset? Date { get; init; }

    public static async Task<Answer> ReadAsync(HttpResponseMessage response, AnswerBodies bodies, TimeProvider time, CancellationToken cancellationToken)
    {
        var body = await bodies.ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
        response.Headers.TryGetValues("Location", out var locations);
        return new Answer(
            (int)response.StatusCode, body, response.Content.Headers.ContentType?.MediaType, locations?.FirstOrDefault(),
            Wait(response.Headers.RetryAfter, time))
        {
            Date = response.Headers.Date,
        };
    }

    private static TimeSpan? Wait(RetryConditionHeaderValue? header, TimeProvider time)
    {
        var wait = header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);
        return wait is { } value && value < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
