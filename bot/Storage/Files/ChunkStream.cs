using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Storage;

/// <summary>Reads a stored file one decrypted chunk at a time, forward only.</summary>
internal sealed class ChunkStream(Database database, IDataProtector protector, StoredFile file) : Stream
{
    private byte[] _chunk = [];
    private int _offset;
    private int _next;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => file.Length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_offset == _chunk.Length && !Load())
        {
            return 0;
        }

        var count = Math.Min(buffer.Length, _chunk.Length - _offset);
        _chunk.AsSpan(_offset, count).CopyTo(buffer);
        _offset += count;
        Position += count;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private bool Load()
    {
        using var db = database.Open();
        var bytes = db.Set<FileChunk>().AsNoTracking().Where(c => c.FileId == file.Id && c.Index == _next).Select(c => c.Bytes).FirstOrDefault();
        if (bytes is null)
        {
            return false;
        }

        _chunk = protector.Unprotect(bytes);
        _offset = 0;
        _next++;
        return true;
    }
}
