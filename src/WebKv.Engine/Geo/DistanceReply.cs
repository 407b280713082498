using System.Buffers;
using System.Buffers.Text;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Geo;

/// <summary>A distance, or nothing.</summary>
public readonly struct DistanceReply(double? value) : IReply
{
    // 309 digits of the biggest double, a point and the decimals.
    private const int TextMax = 320;
    private const int Decimals = 4;

    public double? Value { get; } = value;

    public void WriteTo(IReplyWriter writer)
    {
        if (Value is { } present)
            Write(writer, present);
        else
            writer.Null();
    }

    /// <summary>With four decimals, as text on every door.</summary>
    internal static void Write(IReplyWriter writer, double distance)
    {
        Span<byte> text = stackalloc byte[TextMax];
        Utf8Formatter.TryFormat(distance, text, out int written, new StandardFormat('F', Decimals));
        writer.Bulk(text[..written]);
    }
}
