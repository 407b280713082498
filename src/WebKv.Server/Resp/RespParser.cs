using System.Runtime.InteropServices;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Memory;

namespace WebKv.Server.Resp;

/// <summary>
/// Reads requests out of a connection's receive buffer, in place and resumable at any byte.
/// </summary>
/// <remarks>
/// The idea: small arguments stay where the socket put them and are passed on as slices; an argument of
/// <see cref="Values.BlobBytesMin"/> or more gets a blob at once, into which the socket then reads directly, so a big
/// value is copied by nobody. What has been parsed of an unfinished request is not parsed again when more arrives.
/// Limits: lengths as in RESP (512 MiB an argument), a total per request, 64 KiB a line; much less before
/// authentication. A violation is a protocol error: it is answered, then the connection closes.
/// </remarks>
internal sealed class RespParser(long requestBytesMax) : IDisposable
{
    private const int LineBytesMax = 64 * 1024;
    private const int FirstBufferBytes = 4096;
    private const int FirstBlobBytes = 1024 * 1024;
    private const int KeptBufferBytes = 64 * 1024;
    private const int KeptSlices = 1024;
    private const int ArgumentOverheadBytes = 16;
    private const int ArgumentsMaxBeforeAuth = 10;
    private const int BulkBytesMaxBeforeAuth = 16 * 1024;
    private const int NoHeader = -1;

    private readonly List<ArgSlice> _slices = [];
    private readonly List<Blob> _blobs = [];
    private readonly CommandLine _inline = new();
    private byte[] _buffer = new byte[FirstBufferBytes];
    private int _start;
    private int _at;
    private int _end;
    private int _argumentsExpected = NoHeader;
    private int _bulkExpected = NoHeader;
    private long _requestBytes;
    private BlobMemory? _filling;
    private int _filled;
    private bool _awaitsTrailer;
    private bool _isInline;
    private bool _roomWasFilled;

    /// <summary>What <see cref="TryParse"/> found.</summary>
    public enum Result
    {
        /// <summary>A request is complete: run <see cref="Arguments"/>, then call <see cref="Consume"/>.</summary>
        Complete,

        /// <summary>More bytes are needed.</summary>
        Incomplete,

        /// <summary>The bytes are not the protocol: answer <see cref="Fault"/> and close.</summary>
        Faulted,
    }

    /// <summary>Before authentication requests must be small.</summary>
    public bool IsAuthenticated { get; set; }

    public Error? Fault { get; private set; }

    /// <summary>Bytes that the connection holds for requests.</summary>
    public long BufferedBytes => _buffer.Length + _requestBytes;

    /// <summary>The complete request; it ends with <see cref="Consume"/>.</summary>
    public ArgList Arguments => _isInline
        ? _inline.Arguments
        : new ArgList(
            _buffer.AsSpan(_start, _at - _start),
            CollectionsMarshal.AsSpan(_slices),
            CollectionsMarshal.AsSpan(_blobs));

    /// <summary>Where the socket is to put what comes next; never empty.</summary>
    public Memory<byte> ReceiveRoom()
    {
        if (_filling is not null)
            return BlobRoom(_filling);
        if (_start == _end && _argumentsExpected == NoHeader)
            StartOver();
        if (_end == _buffer.Length)
            MakeRoom();
        return _buffer.AsMemory(_end);
    }

    public void Received(int bytes)
    {
        if (_filling is not null)
        {
            _filled += bytes;
            return;
        }
        _end += bytes;
        _roomWasFilled = _end == _buffer.Length;
    }

    public Result TryParse()
    {
        if (_argumentsExpected == NoHeader && !TryStartRequest(out Result result))
            return result;
        while (_slices.Count < _argumentsExpected || _awaitsTrailer)
            if (!TryParseArgument(out result))
                return result;
        return Result.Complete;
    }

    /// <summary>Forgets the request that was complete.</summary>
    public void Consume()
    {
        if (_isInline)
            _inline.Clear();
        ReleaseBlobs();
        _slices.Clear();
        if (_slices.Capacity > KeptSlices)
            _slices.Capacity = KeptSlices;
        _start = _at;
        _argumentsExpected = NoHeader;
        _requestBytes = 0;
        _isInline = false;
    }

    /// <summary>Releases everything; the connection is over.</summary>
    public void Dispose()
    {
        ReleaseBlobs();
        ((IDisposable?)_filling)?.Dispose();
        _filling = null;
        _inline.Dispose();
        _buffer = [];
        _start = _at = _end = 0;
    }

    // True when the number of arguments is known; skips empty requests.
    private bool TryStartRequest(out Result result)
    {
        while (true)
        {
            _start = _at;
            if (_at == _end)
                return Stop(Result.Incomplete, out result);
            bool isArray = _buffer[_at] == '*';
            if (isArray && TryReadShortNumber(out int count))
            {
                // *0 is no request and gets no reply.
                if (count == 0)
                    continue;
                _argumentsExpected = count;
                result = default;
                return true;
            }
            string tooLong = isArray ? "too big mbulk count string" : "too big inline request";
            if (!TryReadLine(tooLong, out ReadOnlySpan<byte> line, out result))
                return false;
            if (isArray ? !TryReadCount(line, out result) : !TryReadInline(line, out result))
                return false;
            if (_argumentsExpected > 0)
                return true;
            // Neither are *-1 and blank lines.
            _argumentsExpected = NoHeader;
        }
    }

    private bool TryReadCount(ReadOnlySpan<byte> line, out Result result)
    {
        result = default;
        if (!Numbers.TryParseInteger(line[1..], out long count) || count > int.MaxValue)
            return Fail("invalid multibulk length", out result);
        if (count > ArgumentsMaxBeforeAuth && !IsAuthenticated)
            return Fail("unauthenticated multibulk length", out result);
        _argumentsExpected = (int)Math.Max(count, 0);
        return true;
    }

    private bool TryReadInline(ReadOnlySpan<byte> line, out Result result)
    {
        result = default;
        if (!InlineCommand.TryParse(line, _inline))
            return Fail("unbalanced quotes in request", out result);
        _argumentsExpected = _inline.Count;
        _isInline = _inline.Count > 0;
        // An inline request is complete with its line, so its arguments are all there.
        for (int i = 0; i < _inline.Count; i++)
            _slices.Add(default);
        return true;
    }

    private bool TryParseArgument(out Result result)
    {
        if (_bulkExpected == NoHeader && !TryReadBulkHeader(out result))
            return false;
        if (!_awaitsTrailer && !(_filling is null ? TryTakeSlice() : TryFinishBlob()))
            return Stop(Result.Incomplete, out result);
        return TryReadTrailer(out result);
    }

    private bool TryReadBulkHeader(out Result result)
    {
        if (_at == _end)
            return Stop(Result.Incomplete, out result);
        if (_buffer[_at] != '$')
            return Fail($"expected '$', got '{(char)_buffer[_at]}'", out result);
        if (TryReadShortNumber(out int shortLength))
        {
            _bulkExpected = shortLength;
            return TryCount(shortLength, out result);
        }
        if (!TryReadLine("too big bulk count string", out ReadOnlySpan<byte> line, out result))
            return false;
        if (!Numbers.TryParseInteger(line[1..], out long length) || length is < 0 or > Values.LengthMax)
            return Fail("invalid bulk length", out result);
        if (length > BulkBytesMaxBeforeAuth && !IsAuthenticated)
            return Fail("unauthenticated bulk length", out result);
        if (!TryCount(length, out result))
            return false;
        _bulkExpected = (int)length;
        if (length >= Values.BlobBytesMin)
            StartBlob((int)length);
        return true;
    }

    // Many small arguments add up, too.
    private bool TryCount(long length, out Result result)
    {
        result = default;
        _requestBytes += length + ArgumentOverheadBytes;
        return _requestBytes <= requestBytesMax || Fail($"request of more than {requestBytesMax} bytes", out result);
    }

    // Nearly all headers are a prefix and one or two digits; everything else, errors too, goes the long way. Within the
    // limits that hold before authentication by its size: a count above ten has two digits and is left to the long way.
    private bool TryReadShortNumber(out int value)
    {
        value = 0;
        ReadOnlySpan<byte> rest = _buffer.AsSpan(_at, _end - _at);
        if (rest.Length < 5 || !char.IsAsciiDigit((char)rest[1]))
            return false;
        if (rest[2] == '\r' && rest[3] == '\n')
        {
            value = rest[1] - '0';
            _at += 4;
            return true;
        }
        if (rest[1] == '0' || rest[0] == '*' || !char.IsAsciiDigit((char)rest[2]) || rest[3] != '\r' || rest[4] != '\n')
            return false;
        value = (rest[1] - '0') * 10 + rest[2] - '0';
        _at += 5;
        return true;
    }

    private bool TryTakeSlice()
    {
        if (_end - _at < _bulkExpected)
            return false;
        _slices.Add(ArgSlice.InBuffer(_at - _start, _bulkExpected));
        _at += _bulkExpected;
        return _awaitsTrailer = true;
    }

    private bool TryFinishBlob()
    {
        if (_filled < _bulkExpected)
            return false;
        ((IDisposable)_filling!).Dispose();
        _filling = null;
        _slices.Add(ArgSlice.InBlob(_blobs.Count - 1));
        return _awaitsTrailer = true;
    }

    private bool TryReadTrailer(out Result result)
    {
        if (_end - _at < 2)
            return Stop(Result.Incomplete, out result);
        if (_buffer[_at] != '\r' || _buffer[_at + 1] != '\n')
            return Fail("expected CRLF after a bulk string", out result);
        _at += 2;
        _bulkExpected = NoHeader;
        _awaitsTrailer = false;
        result = default;
        return true;
    }

    // The bytes that have come already move into the blob; what follows them closes up behind the slices.
    private void StartBlob(int length)
    {
        _filled = Math.Min(length, _end - _at);
        Blob blob = Blob.Allocate(Math.Min(length, Math.Max(FirstBlobBytes, _filled)));
        _blobs.Add(blob);
        _filling = new BlobMemory(blob);
        _buffer.AsSpan(_at, _filled).CopyTo(blob.Span);
        _buffer.AsSpan(_at + _filled, _end - _at - _filled).CopyTo(_buffer.AsSpan(_at));
        _end -= _filled;
    }

    // A blob grows as its bytes come: a length that is only announced takes no memory.
    private Memory<byte> BlobRoom(BlobMemory filling)
    {
        if (_filled < filling.Memory.Length)
            return filling.Memory[_filled..];
        Blob grown = Blob.Allocate((int)Math.Min(_bulkExpected, filling.Memory.Length * 2L));
        filling.Memory.Span.CopyTo(grown.Span);
        ((IDisposable)filling).Dispose();
        _blobs[^1].Release();
        _blobs[^1] = grown;
        _filling = new BlobMemory(grown);
        return _filling.Memory[_filled..];
    }

    private bool TryReadLine(string tooLong, out ReadOnlySpan<byte> line, out Result result)
    {
        result = default;
        ReadOnlySpan<byte> rest = _buffer.AsSpan(_at, _end - _at);
        int length = rest.IndexOf((byte)'\n');
        line = default;
        if (length > LineBytesMax || (length < 0 && rest.Length > LineBytesMax))
            return Fail(tooLong, out result);
        if (length < 0)
            return Stop(Result.Incomplete, out result);
        _at += length + 1;
        line = rest[..(length > 0 && rest[length - 1] == '\r' ? length - 1 : length)];
        return true;
    }

    private bool Fail(string reason, out Result result)
    {
        Fault = new Error(ErrorCode.Syntax, $"ERR Protocol error: {reason}");
        return Stop(Result.Faulted, out result);
    }

    private static bool Stop(Result reason, out Result result)
    {
        result = reason;
        return false;
    }

    // A client whose sends fill the buffer has more to say: a larger one saves receives.
    private void StartOver()
    {
        _start = _at = _end = 0;
        if (_roomWasFilled && _buffer.Length < KeptBufferBytes)
            _buffer = new byte[_buffer.Length * 2];
        else if (_buffer.Length > KeptBufferBytes)
            _buffer = new byte[FirstBufferBytes];
        _roomWasFilled = false;
    }

    // Slices count from the start of the request, so moving the request does not touch them.
    private void MakeRoom()
    {
        int used = _end - _start;
        // Beyond 1 GiB there is nothing to double to; requests are limited to less, so moving them makes room.
        int doubled = (int)Math.Min(_buffer.Length * 2L, Array.MaxLength);
        bool grows = used > _buffer.Length / 2 || (_roomWasFilled && _buffer.Length < KeptBufferBytes);
        byte[] target = grows && doubled > _buffer.Length ? new byte[doubled] : _buffer;
        _buffer.AsSpan(_start, used).CopyTo(target);
        _buffer = target;
        _at -= _start;
        _end = used;
        _start = 0;
    }

    private void ReleaseBlobs()
    {
        foreach (Blob blob in _blobs)
            blob.Release();
        _blobs.Clear();
    }
}
