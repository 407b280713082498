using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.SortedSets;

/// <summary>The position and the score of a member, or nothing.</summary>
public readonly struct RankReply : IReply
{
    private readonly bool _exists;
    private readonly bool _withScore;

    private RankReply(bool withScore) => _withScore = withScore;

    private RankReply(bool withScore, long rank, long rankFromOtherEnd, double score)
        : this(withScore)
    {
        _exists = true;
        Rank = rank;
        RankFromOtherEnd = rankFromOtherEnd;
        Score = score;
    }

    public bool IsNull => !_exists;

    /// <summary>Counted from the end that the command begins at.</summary>
    public long Rank { get; }

    public long RankFromOtherEnd { get; }

    public double Score { get; }

    internal static Error? Read(
        CommandContext context, Key key, ReadOnlySpan<byte> member, bool reverse, bool withScore, out RankReply reply)
    {
        reply = new RankReply(withScore);
        if (SortedSetView.Find(context, key, out SortedSetView set) is { } error)
            return error;
        SortedSetPlace place = set.Find(member);
        if (!place.Exists)
            return null;
        long low = set.RankOf(place);
        long high = set.Count - 1 - low;
        reply = reverse
            ? new RankReply(withScore, high, low, place.Score)
            : new RankReply(withScore, low, high, place.Score);
        return null;
    }

    public void WriteTo(IReplyWriter writer)
    {
        if (!_withScore)
        {
            if (IsNull)
                writer.Null();
            else
                writer.Integer(Rank);
            return;
        }
        if (IsNull)
        {
            writer.NullArray();
            return;
        }
        writer.BeginArray(2);
        writer.Integer(Rank);
        writer.Double(Score);
    }
}
