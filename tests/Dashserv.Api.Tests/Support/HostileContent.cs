using System.Net;

namespace Dashserv.Api.Tests.Support;

/// <summary>An answer that goes on for ever, and tells how far all of its kind have been read: <c>{"success":true,"data":[1,1,1,…</c></summary>
internal sealed class HostileContent(HostileContent.Meter meter) : HttpContent
{
    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new Endless(meter));

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    /// <summary>Bytes that were read of answers that are not over yet, and their greatest number at any time.</summary>
    internal sealed class Meter
    {
        private readonly Lock _lock = new();

        public long UnderWay { get; private set; }

        public long Most { get; private set; }

        public void Add(long bytes)
        {
            lock (_lock)
            {
                UnderWay += bytes;
                Most = Math.Max(Most, UnderWay);
            }
        }
    }

    private sealed class Endless(Meter meter) : Stream
    {
        private static readonly byte[] Head = [.. """{"success":true,"data":[1"""u8];

        private long _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            for (var i = 0; i < buffer.Length; i++, _read++)
            {
                buffer.Span[i] = _read < Head.Length ? Head[_read] : (_read - Head.Length) % 2 == 0 ? (byte)',' : (byte)'1';
            }

            meter.Add(buffer.Length);
            return buffer.Length;
        }

        public override void Flush() => throw new NotSupportedException();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            meter.Add(-_read);
            _read = 0;
            base.Dispose(disposing);
        }
    }
}
