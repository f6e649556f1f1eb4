using System.Buffers;

namespace Dashserv.Api.Transport;

/// <summary>
/// Reads the bodies of answers. However many come at once, only one of them may be long: each next one waits until nobody needs the bytes of that one any
/// more. They are counted after decompression, for a small answer may unpack to an endless one.
/// </summary>
internal sealed class AnswerBodies(long maxBytes) : IDisposable
{
    private const int PieceBytes = 64 * 1024;
    private const int LongBytes = 256 * 1024;

    private readonly SemaphoreSlim _longOne = new(1, 1);
    private readonly WeakReference<Stack<byte[]>> _spare = new(new Stack<byte[]>());

    /// <exception cref="AnswerTooLargeException">It is too long.</exception>
    public async Task<AnswerBody> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var first = ArrayPool<byte>.Shared.Rent(PieceBytes);
        try
        {
            var length = await ReadPieceAsync(stream, first, cancellationToken).ConfigureAwait(false);
            var head = first.AsSpan(0, length).ToArray();
            return length < PieceBytes ? new AnswerBody(new(head)) : await ReadRestAsync(stream, head, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(first);
        }
    }

    public void Dispose() => _longOne.Dispose();

    // In pieces, which are never put together: a list of a thousand servers has megabytes, and a growing buffer would cost them thrice.
    private async Task<AnswerBody> ReadRestAsync(Stream stream, byte[] head, CancellationToken cancellationToken)
    {
        var first = new Piece(head);
        var (last, total, longOne) = (first, (long)head.Length, default(LongOne));
        try
        {
            while (true)
            {
                if (total >= LongBytes && longOne is null)
                {
                    await _longOne.WaitAsync(cancellationToken).ConfigureAwait(false);
                    longOne = new LongOne(this);
                }

                var piece = longOne?.Rent() ?? GC.AllocateUninitializedArray<byte>(PieceBytes);
                var length = await ReadPieceAsync(stream, piece, cancellationToken).ConfigureAwait(false);
                last = last.Append(piece.AsMemory(0, length));
                total += length;
                if (total > maxBytes)
                {
                    throw new AnswerTooLargeException(maxBytes);
                }

                if (length < PieceBytes)
                {
                    return new AnswerBody(new(first, 0, last, last.Memory.Length), longOne);
                }
            }
        }
        catch
        {
            longOne?.Dispose();
            throw;
        }
    }

    private static async Task<int> ReadPieceAsync(Stream stream, byte[] piece, CancellationToken cancellationToken) =>
        await stream.ReadAtLeastAsync(piece.AsMemory(0, PieceBytes), PieceBytes, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);

    /// <summary>That an answer is the long one, and what it is in.</summary>
    private sealed class LongOne(AnswerBodies bodies) : IDisposable
    {
        private readonly List<byte[]> _pieces = [];
        private Stack<byte[]>? _spare = bodies._spare.TryGetTarget(out var spare) ? spare : new Stack<byte[]>();

        public byte[] Rent()
        {
            var piece = _spare!.TryPop(out var used) ? used : GC.AllocateUninitializedArray<byte>(PieceBytes);
            _pieces.Add(piece);
            return piece;
        }

        /// <summary>Leaves the pieces to the next, or to the garbage collector, whoever is first.</summary>
        public void Dispose()
        {
            if (Interlocked.Exchange(ref _spare, null) is { } spare)
            {
                _pieces.ForEach(spare.Push);
                bodies._spare.SetTarget(spare);
                bodies._longOne.Release();
            }
        }
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> bytes) => Memory = bytes;

        public Piece Append(ReadOnlyMemory<byte> bytes)
        {
            var next = new Piece(bytes) { RunningIndex = RunningIndex + Memory.Length };
            Next = next;
            return next;
        }
    }
}
