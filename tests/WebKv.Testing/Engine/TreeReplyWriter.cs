using System.Text;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Testing.Engine;

/// <summary>
/// Turns replies into plain objects for assertions: long, double, bool, string (Latin-1, so every byte is kept),
/// null, <see cref="Error"/> and object?[]; a status is a string; maps and lists of pairs are flat arrays.
/// </summary>
public sealed class TreeReplyWriter : IReplyWriter
{
    private readonly Stack<(object?[] Items, int Next)> _open = new();

    /// <summary>The replies written so far.</summary>
    public List<object?> Replies { get; } = [];

    public void Status(ReadOnlySpan<byte> text) => Put(Encoding.Latin1.GetString(text));

    public void Integer(long value) => Put(value);

    public void Double(double value) => Put(value);

    public void Boolean(bool value) => Put(value);

    public void Bulk(ReadOnlySpan<byte> bytes) => Put(Encoding.Latin1.GetString(bytes));

    public void Bulk(Blob blob) => Bulk(blob.Span);

    public void Verbatim(ReadOnlySpan<byte> text) => Bulk(text);

    public void Null() => Put(null);

    public void NullArray() => Put(null);

    public void BeginArray(int count) => Begin(count);

    public void BeginMap(int pairs) => Begin(pairs * 2);

    public void BeginSet(int count) => Begin(count);

    public void BeginPairs(int count) => Begin(count * 2);

    public void BeginPair()
    {
    }

    public void BeginMapOfPairs(int count) => Begin(count);

    public void BeginMapPair() => Begin(2);

    public void Error(Error error) => Put(error);

    private void Begin(int count)
    {
        var items = new object?[count];
        Put(items);
        if (count > 0)
            _open.Push((items, 0));
    }

    private void Put(object? value)
    {
        if (!_open.TryPop(out (object?[] Items, int Next) top))
        {
            Replies.Add(value);
            return;
        }
        top.Items[top.Next] = value;
        if (top.Next + 1 < top.Items.Length)
            _open.Push((top.Items, top.Next + 1));
    }
}
