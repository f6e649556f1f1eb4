using System.Buffers;
using System.Net.Http.Headers;

namespace Dashserv.Api.Transport;

/// <summary>An HTTP answer, whole, before anybody judged it.</summary>
internal sealed record Answer(int Status, byte[] Body, string? ContentType, string? Location, TimeSpan? RetryAfter)
{
    /// <summary>When it was made, by the clock of whoever made it.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>More than any list of products can be, and less than what would hurt.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    private const int PieceBytes = 64 * 1024;

    public static async Task<Answer> ReadAsync(HttpResponseMessage response, TimeProvider time, CancellationToken cancellationToken)
    {
        var body = await ReadBodyAsync(response.Content, cancellationToken).ConfigureAwait(false);
        response.Headers.TryGetValues("Location", out var locations);
        return new Answer(
            (int)response.StatusCode, body, response.Content.Headers.ContentType?.MediaType, locations?.FirstOrDefault(),
            Wait(response.Headers.RetryAfter, time))
        {
            Date = response.Headers.Date,
        };
    }

    // In pieces, and put together once: a list of a thousand servers has megabytes, and a growing buffer would cost them thrice.
    private static async Task<byte[]> ReadBodyAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var pieces = new List<byte[]>();
        try
        {
            for (var total = 0; ;)
            {
                var piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
                pieces.Add(piece);
                var read = await stream.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);

                // Counted after decompression: a small answer may unpack to an endless one.
                total += read;
                if (total > MaxBytes)
                {
                    throw new InvalidDataException($"the answer is larger than {MaxBytes / 1024 / 1024} MiB");
                }

                if (read < piece.Length)
                {
                    return Join(pieces, total);
                }
            }
        }
        finally
        {
            pieces.ForEach(piece => ArrayPool<byte>.Shared.Return(piece));
        }
    }

    private static byte[] Join(List<byte[]> pieces, int total)
    {
        var body = GC.AllocateUninitializedArray<byte>(total);
        var at = 0;
        foreach (var piece in pieces)
        {
            var length = Math.Min(piece.Length, total - at);
            piece.AsSpan(0, length).CopyTo(body.AsSpan(at));
            at += length;
        }

        return body;
    }

    private static TimeSpan? Wait(RetryConditionHeaderValue? header, TimeProvider time)
    {
        var wait = header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);
        return wait is { } value && value < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
