using WebKv.Engine.Replies;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>How far somebody who follows a stream has come.</summary>
/// <param name="Id">Entries up to here are done with.</param>
/// <param name="IsSeen">Whether the stream has had this id; it may lie ahead otherwise.</param>
public readonly record struct TailPosition(StreamId Id, bool IsSeen) : IReply
{
    public void WriteTo(IReplyWriter writer) => StreamIdReply.Write(writer, Id);
}
