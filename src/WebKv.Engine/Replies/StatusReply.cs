namespace WebKv.Engine.Replies;

/// <summary>A short fixed word.</summary>
public readonly ref struct StatusReply(ReadOnlySpan<byte> text) : IReply
{
    public ReadOnlySpan<byte> Text { get; } = text;

    public void WriteTo(IReplyWriter writer) => writer.Status(Text);
}
