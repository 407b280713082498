using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Tests.Lists;

/// <summary>Tells which kind of nothing was written: RESP2 clients tell a missing array from a missing string.
/// </summary>
internal sealed class NullShapeWriter : IReplyWriter
{
    public string Written { get; private set; } = "";

    public void Null() => Written += "null";

    public void NullArray() => Written += "null array";

    public void Status(ReadOnlySpan<byte> text) => Written += "status";

    public void Integer(long value) => Written += "integer";

    public void Double(double value) => Written += "double";

    public void Boolean(bool value) => Written += "boolean";

    public void Bulk(ReadOnlySpan<byte> bytes) => Written += "bulk";

    public void Bulk(Blob blob) => Written += "bulk";

    public void Verbatim(ReadOnlySpan<byte> text) => Written += "text";

    public void BeginArray(int count) => Written += "array";

    public void BeginMap(int pairs) => Written += "map";

    public void BeginSet(int count) => Written += "set";

    public void Error(Error error) => Written += error.Text;
}
