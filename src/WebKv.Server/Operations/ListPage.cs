using WebKv.Engine.Replies;

namespace WebKv.Server.Operations;

/// <summary>Elements of a list, and how many it has.</summary>
internal readonly struct ListPage(BulksReply items, long length) : IReply
{
    public BulksReply Items { get; } = items;

    public long Length { get; } = length;

    public void WriteTo(IReplyWriter writer) => Items.WriteTo(writer);
}
