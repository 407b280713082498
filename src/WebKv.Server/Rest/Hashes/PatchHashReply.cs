using WebKv.Engine.Replies;

namespace WebKv.Server.Rest.Hashes;

/// <summary>Whether the condition held, how many fields are new, and how many were removed.</summary>
internal readonly struct PatchHashReply(bool isApplied, long added, long removed) : IReply
{
    public bool IsApplied { get; } = isApplied;

    public long Added { get; } = added;

    public long Removed { get; } = removed;

    public void WriteTo(IReplyWriter writer)
    {
        writer.BeginArray(2);
        writer.Integer(Added);
        writer.Integer(Removed);
    }
}
