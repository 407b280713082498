namespace WebKv.Engine.Replies;

/// <summary>The reply of commands that succeed or fail and say nothing else.</summary>
public readonly struct OkReply : IReply
{
    public void WriteTo(IReplyWriter writer) => writer.Status("OK"u8);
}
