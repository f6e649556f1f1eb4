using System.Net.Http.Headers;

namespace Dashserv.Api.Transport;

/// <summary>An HTTP answer, whole, before anybody judged it.</summary>
internal sealed record Answer(int Status, byte[] Body, string? ContentType, string? Location, TimeSpan? RetryAfter)
{
    /// <summary>More than any list of products can be, and less than what would hurt.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    public static async Task<Answer> ReadAsync(HttpResponseMessage response, TimeProvider time, CancellationToken cancellationToken)
    {
        var body = await ReadBodyAsync(response.Content, cancellationToken).ConfigureAwait(false);
        response.Headers.TryGetValues("Location", out var locations);
        return new Answer(
            (int)response.StatusCode, body, response.Content.Headers.ContentType?.MediaType, locations?.FirstOrDefault(), Wait(response.Headers.RetryAfter, time));
    }

    private static async Task<byte[]> ReadBodyAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is var read and > 0)
        {
            // Counted after decompression: a small answer may unpack to an endless one.
            if (body.Length + read > MaxBytes)
                throw new InvalidDataException($"the answer is larger than {MaxBytes / 1024 / 1024} MiB");
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private static TimeSpan? Wait(RetryConditionHeaderValue? header, TimeProvider time)
    {
        var wait = header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);
        return wait is { } value && value < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
