using System.Buffers;
using System.Text;

namespace Dashserv.Api.Transport;

/// <summary>The bytes of an answer. Disposed when nobody needs them any more: then the next long one is read, and into the same bytes.</summary>
internal sealed class AnswerBody(ReadOnlySequence<byte> bytes, IDisposable? owner = null) : IDisposable
{
    public static AnswerBody Empty { get; } = new(ReadOnlySequence<byte>.Empty);

    public ReadOnlySequence<byte> Bytes => bytes;

    public bool IsEmpty => bytes.IsEmpty;

    /// <summary>Whether there is nothing but blanks in it.</summary>
    public bool IsBlank
    {
        get
        {
            foreach (var piece in bytes)
            {
                if (piece.Span.IndexOfAnyExcept(" \r\n\t"u8) >= 0)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>So many bytes of its beginning as a text.</summary>
    public string Beginning(int length) => Encoding.UTF8.GetString(bytes.Slice(0, Math.Min(length, bytes.Length)));

    public void Dispose() => owner?.Dispose();
}
