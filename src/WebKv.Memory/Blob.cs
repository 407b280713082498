using System.Runtime.InteropServices;

namespace WebKv.Memory;

/// <summary>
/// A big value outside the slabs: immutable once published, counted by reference, swapped by pointer.
/// </summary>
/// <remarks>
/// The idea: a value of 16 KiB or more is never copied while a shard is locked. A writer fills its blob before it
/// takes the lock; a reader retains it under the lock and sends it after; whoever releases last frees it.
/// While the store holds the only reference it may edit the blob in place (<see cref="WithLength"/>): nobody can see
/// it, and nobody can get at it without the shard's lock. The handle is one pointer. Default is "no blob". Limits:
/// 2 GiB less the header; the engine allows 512 MiB.
/// Thread rule: <see cref="Retain"/> and <see cref="Release"/> may be called from any thread; the content may be
/// written only by the creator before it hands the blob over.
/// </remarks>
public readonly unsafe struct Blob : IEquatable<Blob>
{
    private static long _allocatedBytes;

    private readonly Header* _header;

    private Blob(Header* header) => _header = header;

    /// <summary>Bytes of all live blobs of the process, headers included.</summary>
    public static long AllocatedBytes => Interlocked.Read(ref _allocatedBytes);

    public bool IsNull => _header == null;

    public int Length => _header == null ? 0 : _header->Length;

    /// <summary>Bytes that it takes, room to grow included.</summary>
    public long MemoryBytes => _header == null ? 0 : _header->Capacity + (long)sizeof(Header);

    /// <summary>The content; writable only until the blob is handed to the engine.</summary>
    public Span<byte> Span => _header == null ? default : new(_header + 1, _header->Length);

    /// <summary>A blob of undefined content with one reference, the caller's.</summary>
    public static Blob Allocate(int length) => Allocate(length, length);

    private static Blob Allocate(int length, int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        var header = (Header*)NativeMemory.AlignedAlloc((nuint)capacity + (nuint)sizeof(Header), 64);
        *header = new Header { References = 1, Length = length, Capacity = capacity };
        Interlocked.Add(ref _allocatedBytes, capacity + sizeof(Header));
        return new Blob(header);
    }

    /// <summary>
    /// Consumes this reference and gives one to a blob of another length that may be edited: itself if nobody else
    /// holds it and it has the room, else a copy with room to grow. Bytes beyond the old length are undefined.
    /// </summary>
    public Blob WithLength(int length)
    {
        if (Volatile.Read(ref _header->References) == 1 && length <= _header->Capacity)
        {
            _header->Length = length;
            _header->ContentHash = 0;
            return this;
        }
        int capacity = length > Length ? (int)Math.Min(length + (long)length / 4, Array.MaxLength) : length;
        Blob copy = Allocate(length, capacity);
        Span[..Math.Min(length, Length)].CopyTo(copy.Span);
        Release();
        return copy;
    }

    public static Blob CopyOf(ReadOnlySpan<byte> content)
    {
        Blob blob = Allocate(content.Length);
        content.CopyTo(blob.Span);
        return blob;
    }

    /// <summary>A content hash kept with the blob, so that it is computed once; 0 while unknown.</summary>
    public ulong ContentHash
    {
        get => Volatile.Read(ref _header->ContentHash);
        set => Volatile.Write(ref _header->ContentHash, value);
    }

    public void Retain() => Interlocked.Increment(ref _header->References);

    public void Release()
    {
        if (_header == null || Interlocked.Decrement(ref _header->References) > 0)
            return;
        Interlocked.Add(ref _allocatedBytes, -(_header->Capacity + sizeof(Header)));
        NativeMemory.AlignedFree(_header);
    }

    public bool Equals(Blob other) => _header == other._header;

    public override bool Equals(object? obj) => obj is Blob other && Equals(other);

    public override int GetHashCode() => ((nint)_header).GetHashCode();

    public static bool operator ==(Blob left, Blob right) => left.Equals(right);

    public static bool operator !=(Blob left, Blob right) => !left.Equals(right);

    internal nint Address => (nint)_header;

    internal static Blob FromAddress(nint address) => new((Header*)address);

    private struct Header
    {
        public int References;
        public int Length;
        public int Capacity;
        public ulong ContentHash;
    }
}
