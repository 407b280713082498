namespace WebKv.Engine.Replies;

/// <summary>A command's typed reply: typed doors read its properties, generic doors let it write itself.</summary>
public interface IReply
{
    void WriteTo(IReplyWriter writer);
}
