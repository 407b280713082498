using WebKv.Engine.Replies;

namespace WebKv.Server.Operations;

/// <summary>A yes or no for each key of a request.</summary>
internal readonly struct FlagsReply(bool[] flags) : IReply
{
    public IReadOnlyList<bool> Flags => flags ?? [];

    /// <summary>How many are a yes.</summary>
    public int Count => Flags.Count(flag => flag);

    public void WriteTo(IReplyWriter writer)
    {
        writer.BeginArray(Flags.Count);
        foreach (bool flag in Flags)
            writer.Boolean(flag);
    }
}
