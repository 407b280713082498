using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Server.Grpc.Wire;

/// <summary>
/// Writes a command's reply as a field of type webkv.v1.Reply, or its error as a field of type webkv.v1.Error.
/// </summary>
/// <remarks>
/// Arrays and maps are nested messages whose lengths are known only at their ends, and <see cref="IReplyWriter"/> has
/// no closing calls: so the open ones are kept on a stack with the number of values that each still waits for.
/// A reply that grows beyond its limit is given up: <see cref="IsTooLarge"/> says so, and what was written is to be
/// cut off. Field numbers are those of protos/webkv/v1/common.proto.
/// </remarks>
internal sealed class ReplyMessageWriter : IReplyWriter
{
    private const int NullValue = 1;
    private const int IntegerValue = 2;
    private const int DoubleValue = 3;
    private const int BooleanValue = 4;
    private const int StatusValue = 5;
    private const int BytesValue = 6;
    private const int ErrorValue = 7;
    private const int ArrayValue = 8;
    private const int MapValue = 9;
    private const int Items = 1;
    private const int MapKey = 1;
    private const int MapEntryValue = 2;

    private ProtoWriter _output;
    private ReplyFields _fields;
    private long _lengthMax;
    private Frame[] _frames = new Frame[8];
    private int _depth;

    /// <summary>The reply did not fit; the message holds an unfinished part of it.</summary>
    public bool IsTooLarge { get; private set; }

    /// <summary>Prepares for one reply at the end of a message.</summary>
    /// <param name="message">Where to write.</param>
    /// <param name="fields">The fields that the reply and the error are.</param>
    /// <param name="bytesMax">What the reply may take.</param>
    public void Begin(WireMessage message, ReplyFields fields, int bytesMax)
    {
        _output = new ProtoWriter(message);
        _fields = fields;
        _lengthMax = (long)message.Length + bytesMax;
        _depth = 0;
        IsTooLarge = false;
    }

    public void Status(ReadOnlySpan<byte> text) => Content(StatusValue, text);

    public void Integer(long value)
    {
        if (!TryOpenSlot(1 + ProtoWriter.VarintSize((ulong)value)))
            return;
        _output.Varint(IntegerValue, (ulong)value);
        CloseSlot();
    }

    public void Double(double value)
    {
        if (!TryOpenSlot(1 + sizeof(double)))
            return;
        _output.Double(DoubleValue, value);
        CloseSlot();
    }

    public void Boolean(bool value)
    {
        if (!TryOpenSlot(2))
            return;
        _output.Varint(BooleanValue, value ? 1UL : 0);
        CloseSlot();
    }

    public void Bulk(ReadOnlySpan<byte> bytes) => Content(BytesValue, bytes);

    public void Bulk(Blob blob) => Content(BytesValue, blob.Span);

    public void Verbatim(ReadOnlySpan<byte> text) => Content(BytesValue, text);

    public void Null() => Content(NullValue, default);

    public void NullArray() => Null();

    public void BeginArray(int count) => BeginAggregate(ArrayValue, count, isMap: false);

    public void BeginMap(int pairs) => BeginAggregate(MapValue, pairs * 2, isMap: true);

    public void BeginSet(int count) => BeginArray(count);

    public void Error(Error error)
    {
        if (_depth == 0)
        {
            ErrorMessage.Write(_output, _fields.Error, error);
            return;
        }
        if (IsTooLarge)
            return;
        int slot = OpenSlot();
        ErrorMessage.Write(_output, ErrorValue, error);
        _output.Close(slot);
        CloseSlot();
    }

    private void Content(int kind, ReadOnlySpan<byte> content)
    {
        if (!TryOpenSlot(1 + ProtoWriter.VarintSize((uint)content.Length) + content.Length))
            return;
        _output.Bytes(kind, content);
        CloseSlot();
    }

    private void BeginAggregate(int kind, int values, bool isMap)
    {
        if (IsTooLarge)
            return;
        int slot = OpenSlot();
        int body = _output.Open(kind);
        if (values == 0)
        {
            _output.Close(body);
            _output.Close(slot);
            CloseSlot();
            return;
        }
        if (_depth == _frames.Length)
            Array.Resize(ref _frames, _depth * 2);
        _frames[_depth++] = new Frame { Slot = slot, Body = body, Remaining = values, IsMap = isMap };
    }

    // Opens the Reply message that the next value goes into, of known length.
    private bool TryOpenSlot(int length)
    {
        IsTooLarge |= _output.Length + (long)length > _lengthMax;
        if (IsTooLarge)
            return false;
        _output.Open(NextField(), length);
        return true;
    }

    private int OpenSlot() => _output.Open(NextField());

    private int NextField()
    {
        if (_depth == 0)
            return _fields.Reply;
        ref Frame frame = ref _frames[_depth - 1];
        if (!frame.IsMap)
            return Items;
        if (frame.Remaining % 2 != 0)
            return MapEntryValue;
        frame.Entry = _output.Open(Items);
        return MapKey;
    }

    // A value is complete; it may be the last of its aggregate, which then is complete, too.
    private void CloseSlot()
    {
        while (_depth > 0)
        {
            ref Frame frame = ref _frames[_depth - 1];
            if (frame.IsMap && frame.Remaining % 2 != 0)
                _output.Close(frame.Entry);
            if (--frame.Remaining > 0)
                return;
            _output.Close(frame.Body);
            _output.Close(frame.Slot);
            _depth--;
        }
    }

    // An open array or map; the first three are what ProtoWriter.Open returned.
    private struct Frame
    {
        public int Slot;
        public int Body;
        public int Entry;
        public int Remaining;
        public bool IsMap;
    }
}
