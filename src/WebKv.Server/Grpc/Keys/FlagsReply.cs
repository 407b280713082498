using WebKv.Engine.Replies;

namespace WebKv.Server.Grpc.Keys;

/// <summary>A yes or no for each key of a request.</summary>
internal readonly struct FlagsReply(bool[] flags) : IReply
{
    public IReadOnlyList<bool> Flags => flags;

    public void WriteTo(IReplyWriter writer)
    {
        writer.BeginArray(flags.Length);
        foreach (bool flag in flags)
            writer.Boolean(flag);
    }
}
