using System.Buffers.Text;
using System.Runtime.CompilerServices;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.PubSub;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;
using WebKv.Memory;

namespace WebKv.Server.Resp;

/// <summary>
/// Writes replies in RESP2, or in RESP3 after HELLO 3. RESP2 has no maps, sets, doubles, booleans or nulls of their
/// own and writes them as flat arrays, bulk strings, integers and null strings.
/// </summary>
internal sealed class RespReplyWriter(RespOutput output, ClientSession session) : IReplyWriter
{
    private const int NumberBytesMax = 24;

    // Asked for every time: HELLO 3 is itself answered in RESP3.
    private bool IsResp3 => session.Protocol == 3;

    public void Status(ReadOnlySpan<byte> text) => Line((byte)'+', text);

    public void Error(Error error) => Line((byte)'-', error.RespText);

    public void Integer(long value) => Number((byte)':', value);

    public void Double(double value)
    {
        Span<byte> text = stackalloc byte[Numbers.FormattedDoubleMax];
        ReadOnlySpan<byte> digits = text[..Numbers.Format(value, text)];
        if (IsResp3)
            Line((byte)',', digits);
        else
            Bulk(digits);
    }

    public void Boolean(bool value)
    {
        if (IsResp3)
            output.Write(value ? "#t\r\n"u8 : "#f\r\n"u8);
        else
            Integer(value ? 1 : 0);
    }

    public void Bulk(ReadOnlySpan<byte> bytes)
    {
        Span<byte> room = output.GetSpan(bytes.Length + NumberBytesMax + 2);
        int at = Header(room, (byte)'$', bytes.Length);
        bytes.CopyTo(room[at..]);
        at += bytes.Length;
        EndLine(room, at);
        output.Advance(at + 2);
    }

    public void Bulk(Blob blob)
    {
        Number((byte)'$', blob.Length);
        output.Write(blob);
        output.Write("\r\n"u8);
    }

    public void Verbatim(ReadOnlySpan<byte> text)
    {
        if (!IsResp3)
        {
            Bulk(text);
            return;
        }
        Number((byte)'=', text.Length + "txt:"u8.Length);
        output.Write("txt:"u8);
        output.Write(text);
        output.Write("\r\n"u8);
    }

    public void Null() => output.Write(IsResp3 ? "_\r\n"u8 : "$-1\r\n"u8);

    public void NullArray() => output.Write(IsResp3 ? "_\r\n"u8 : "*-1\r\n"u8);

    public void BeginArray(int count) => Number((byte)'*', count);

    public void BeginMap(int pairs)
    {
        if (IsResp3)
            Number((byte)'%', pairs);
        else
            Number((byte)'*', pairs * 2L);
    }

    public void BeginSet(int count) => Number(IsResp3 ? (byte)'~' : (byte)'*', count);

    public void BeginPairs(int count) => Number((byte)'*', IsResp3 ? count : count * 2L);

    public void BeginPair()
    {
        if (IsResp3)
            BeginArray(2);
    }

    public void BeginMapOfPairs(int count) => Number(IsResp3 ? (byte)'%' : (byte)'*', count);

    public void BeginMapPair()
    {
        if (!IsResp3)
            BeginArray(2);
    }

    public void BeginPush(int count) => Number(IsResp3 ? (byte)'>' : (byte)'*', count);

    /// <summary>A message in the form that <see cref="Push"/> takes, for this and other connections.</summary>
    public byte[] Encode(PushItem item)
    {
        (int Bytes, int Blobs) mark = output.Mark();
        item.WriteTo(this);
        byte[] encoded = output.WrittenSince(mark.Bytes).ToArray();
        output.Rewind(mark);
        return encoded;
    }

    /// <summary>Writes an encoded message, as a push or, in RESP2, as an array.</summary>
    public void Push(ReadOnlySpan<byte> encoded)
    {
        Span<byte> room = output.GetSpan(encoded.Length);
        encoded.CopyTo(room);
        room[0] = IsResp3 ? (byte)'>' : (byte)'*';
        output.Advance(encoded.Length);
    }

    private void Line(byte prefix, ReadOnlySpan<byte> text)
    {
        Span<byte> room = output.GetSpan(text.Length + 3);
        room[0] = prefix;
        text.CopyTo(room[1..]);
        EndLine(room, 1 + text.Length);
        output.Advance(text.Length + 3);
    }

    private void Number(byte prefix, long value) =>
        output.Advance(Header(output.GetSpan(NumberBytesMax), prefix, value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Header(Span<byte> room, byte prefix, long value)
    {
        room[0] = prefix;
        int digits;
        if ((ulong)value < 10)
        {
            room[1] = (byte)('0' + value);
            digits = 1;
        }
        else
        {
            Utf8Formatter.TryFormat(value, room[1..], out digits);
        }
        EndLine(room, 1 + digits);
        return digits + 3;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void EndLine(Span<byte> room, int at)
    {
        room[at + 1] = (byte)'\n';
        room[at] = (byte)'\r';
    }
}
