using WebKv.Engine.Replies;

namespace WebKv.Engine.SortedSets;

/// <summary>What ZADD did.</summary>
public readonly struct ZAddReply : IReply
{
    private readonly bool _increments;
    private readonly bool _countsChanged;

    internal ZAddReply(ScoreChange change, bool increments, bool countsChanged)
    {
        Added = change.Added;
        Changed = change.Changed;
        Score = change.IsAllowed ? change.Score : null;
        _increments = increments;
        _countsChanged = countsChanged;
    }

    /// <summary>Members that are new.</summary>
    public int Added { get; }

    /// <summary>Members whose score is another one now.</summary>
    public int Changed { get; }

    /// <summary>The score of the last member; nothing if a condition kept it from being set.</summary>
    public double? Score { get; }

    public void WriteTo(IReplyWriter writer)
    {
        if (!_increments)
            writer.Integer(Added + (_countsChanged ? Changed : 0));
        else if (Score is { } score)
            writer.Double(score);
        else
            writer.Null();
    }
}
