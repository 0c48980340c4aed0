using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MentorBot.Channels.BotFramework.Sending;

/// <summary>A request's JSON in a rented buffer. It can be sent more than once: each request takes a <see cref="Content"/> of its own.</summary>
internal sealed class PooledBody : IBufferWriter<byte>, IDisposable
{
    /// <summary>It is a body of application/json, never a part of a page: accents and quotes need no escapes, which would count towards the channel's limit.</summary>
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 128, SkipValidation = true };

    private byte[] _rented = ArrayPool<byte>.Shared.Rent(4096);
    private int _length;
    private bool _leaked;

    private PooledBody()
    {
    }

    public ReadOnlyMemory<byte> Bytes => _rented.AsMemory(0, _length);

    public static PooledBody Of<T>(T value, JsonTypeInfo<T> type)
    {
        var body = new PooledBody();
        using var writer = new Utf8JsonWriter(body, Json);
        JsonSerializer.Serialize(writer, value, type);
        writer.Flush();
        return body;
    }

    public BufferContent Content() => new(this);

    /// <summary>A call that ended early may still be reading: the buffer is then left to the collector, and never lent to somebody else's message.</summary>
    public void Leak() => _leaked = true;

    public void Dispose()
    {
        if (!_leaked)
        {
            ArrayPool<byte>.Shared.Return(_rented);
        }

        _leaked = true;
        _rented = [];
        _length = 0;
    }

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0) => Free(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => Free(sizeHint).Span;

    private Memory<byte> Free(int sizeHint)
    {
        if (_rented.Length - _length < Math.Max(sizeHint, 1))
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_rented.Length * 2, _length + sizeHint));
            Bytes.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_rented);
            _rented = larger;
        }

        return _rented.AsMemory(_length);
    }
}

/// <summary>Knows its length, and whether it was written whole: a request whose body was not cannot have been accepted by anyone.</summary>
internal sealed class BufferContent : HttpContent
{
    private static readonly MediaTypeHeaderValue Type = new("application/json", "utf-8");

    private readonly PooledBody _body;

    public BufferContent(PooledBody body)
    {
        _body = body;
        Headers.ContentType = Type;
    }

    public bool HasLeft { get; private set; }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(_body.Bytes, cancellationToken);
        HasLeft = true;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Bytes.Length;
        return true;
    }
}
