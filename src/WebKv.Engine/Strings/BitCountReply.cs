using WebKv.Engine.Replies;

namespace WebKv.Engine.Strings;

/// <summary>
/// The number of bits set. For a big value it is counted when it is asked for, in a blob that the reply buffer
/// retains, so after the shard was unlocked.
/// </summary>
public readonly ref struct BitCountReply : IReply
{
    private readonly BitSpan _uncounted;
    private readonly long _counted;

    internal BitCountReply(long counted) => _counted = counted;

    internal BitCountReply(BitSpan uncounted) => _uncounted = uncounted;

    /// <summary>Counts anew at each call when the value is big: O(N).</summary>
    public long Value => _counted + _uncounted.Count();

    public void WriteTo(IReplyWriter writer) => writer.Integer(Value);
}
