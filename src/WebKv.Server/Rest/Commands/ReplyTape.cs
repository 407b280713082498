using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Server.Rest.Commands;

/// <summary>
/// Takes down what a transaction replies while it holds its locks, to be formatted after: JSON is never built, and
/// text never checked, under a lock.
/// </summary>
/// <remarks>Big values are retained, not copied. Dispose releases them.</remarks>
internal sealed class ReplyTape : IReplyWriter, IDisposable
{
    private readonly List<Step> _steps = [];
    private readonly List<Blob> _blobs = [];
    private readonly MemoryStream _bytes = new();

    private enum Kind
    {
        Status,
        Integer,
        Double,
        Boolean,
        Bulk,
        Blob,
        Verbatim,
        Null,
        NullArray,
        Array,
        Map,
        Set,
        Error,
    }

    public void Status(ReadOnlySpan<byte> text) => Add(Kind.Status, text);

    public void Integer(long value) => Add(Kind.Integer, value);

    public void Double(double value) => Add(Kind.Double, BitConverter.DoubleToInt64Bits(value));

    public void Boolean(bool value) => Add(Kind.Boolean, value ? 1 : 0);

    public void Bulk(ReadOnlySpan<byte> bytes) => Add(Kind.Bulk, bytes);

    public void Bulk(Blob blob)
    {
        blob.Retain();
        _blobs.Add(blob);
        Add(Kind.Blob, _blobs.Count - 1);
    }

    public void Verbatim(ReadOnlySpan<byte> text) => Add(Kind.Verbatim, text);

    public void Null() => Add(Kind.Null, 0);

    public void NullArray() => Add(Kind.NullArray, 0);

    public void BeginArray(int count) => Add(Kind.Array, count);

    public void BeginMap(int pairs) => Add(Kind.Map, pairs);

    public void BeginSet(int count) => Add(Kind.Set, count);

    public void Error(Error error) => _steps.Add(new Step(Kind.Error, 0, 0, error));

    public void PlayTo(IReplyWriter writer)
    {
        foreach (Step step in _steps)
            Play(step, writer);
    }

    public void Dispose()
    {
        foreach (Blob blob in _blobs)
            blob.Release();
        _blobs.Clear();
        _bytes.Dispose();
    }

    private void Play(Step step, IReplyWriter writer)
    {
        switch (step.Kind)
        {
            case Kind.Status: writer.Status(BytesOf(step)); break;
            case Kind.Integer: writer.Integer(step.Number); break;
            case Kind.Double: writer.Double(BitConverter.Int64BitsToDouble(step.Number)); break;
            case Kind.Boolean: writer.Boolean(step.Number == 1); break;
            case Kind.Bulk: writer.Bulk(BytesOf(step)); break;
            case Kind.Blob: writer.Bulk(_blobs[(int)step.Number]); break;
            case Kind.Verbatim: writer.Verbatim(BytesOf(step)); break;
            case Kind.Null: writer.Null(); break;
            case Kind.NullArray: writer.NullArray(); break;
            case Kind.Array: writer.BeginArray((int)step.Number); break;
            case Kind.Map: writer.BeginMap((int)step.Number); break;
            case Kind.Set: writer.BeginSet((int)step.Number); break;
            default: writer.Error(step.Error!); break;
        }
    }

    private ReadOnlySpan<byte> BytesOf(Step step) => _bytes.GetBuffer().AsSpan((int)step.Number, step.Length);

    private void Add(Kind kind, long number) => _steps.Add(new Step(kind, number, 0, null));

    private void Add(Kind kind, ReadOnlySpan<byte> bytes)
    {
        _steps.Add(new Step(kind, _bytes.Length, bytes.Length, null));
        _bytes.Write(bytes);
    }

    private readonly record struct Step(Kind Kind, long Number, int Length, Error? Error);
}
