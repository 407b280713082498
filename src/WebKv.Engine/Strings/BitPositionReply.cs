using WebKv.Engine.Replies;

namespace WebKv.Engine.Strings;

/// <summary>
/// The position of a bit, -1 for none. In a big value it is searched when it is asked for, in a blob that the reply
/// buffer retains, so after the shard was unlocked.
/// </summary>
public readonly ref struct BitPositionReply : IReply
{
    private readonly BitSpan _unsearched;
    private readonly bool _bit;
    private readonly long _otherwise;

    internal BitPositionReply(long position) => _otherwise = position;

    /// <param name="unsearched">Where to look.</param>
    /// <param name="bit">What to look for.</param>
    /// <param name="otherwise">The position when it is not there.</param>
    internal BitPositionReply(BitSpan unsearched, bool bit, long otherwise)
    {
        _unsearched = unsearched;
        _bit = bit;
        _otherwise = otherwise;
    }

    /// <summary>Searches anew at each call when the value is big: O(N).</summary>
    public long Value
    {
        get
        {
            long position = _unsearched.IndexOf(_bit);
            return position < 0 ? _otherwise : position;
        }
    }

    public void WriteTo(IReplyWriter writer) => writer.Integer(Value);
}
