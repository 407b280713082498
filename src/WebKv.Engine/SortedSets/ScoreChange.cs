using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;

namespace WebKv.Engine.SortedSets;

/// <summary>
/// Adds members and changes scores under conditions, and counts what it did: ZADD and ZINCRBY.
/// </summary>
/// <param name="conditions">What may be done.</param>
/// <param name="increments">Whether scores are added to those that members have.</param>
internal struct ScoreChange(ScoreConditions conditions, bool increments)
{
    public int Added { get; private set; }

    public int Changed { get; private set; }

    /// <summary>The score of the last member that no condition kept from being set, even if it had it before.</summary>
    public double Score { get; private set; }

    /// <summary>Whether the conditions let anything be done.</summary>
    public bool IsAllowed { get; private set; }

    /// <summary>Adds to the score of one member.</summary>
    public Error? Apply(CommandContext context, Key key, double increment, ReadOnlySpan<byte> member)
    {
        Error? error = SortedSetEditor.Peek(context, key, out SortedSetEditor set)
            ?? Apply(ref set, member, increment, moreToCome: 0);
        if (error is null)
            Finish(context, key, ref set);
        return error;
    }

    public Error? Apply(CommandContext context, Key key, ScoredPairs pairs)
    {
        if (SortedSetEditor.Peek(context, key, out SortedSetEditor set) is { } error)
            return error;
        if (!set.Exists && Has(ScoreConditions.IfPresent))
            return null;
        for (int i = 0; i < pairs.Count; i++)
            if (Apply(ref set, pairs.MemberAt(i), pairs.ScoreAt(i), pairs.Count - i - 1) is { } refused)
                return refused;
        Finish(context, key, ref set);
        return null;
    }

    private readonly void Finish(CommandContext context, Key key, ref SortedSetEditor set)
    {
        if (!set.IsChanged)
            return;
        context.Notify(KeyspaceEvents.SortedSet, increments ? "zincr"u8 : "zadd"u8, key);
        set.Finish();
    }

    // Only an increment can fail here, and of these a command has one: nothing was changed before.
    private Error? Apply(ref SortedSetEditor set, ReadOnlySpan<byte> member, double score, int moreToCome)
    {
        SortedSetPlace place = set.View.Find(member);
        if (Has(place.Exists ? ScoreConditions.IfAbsent : ScoreConditions.IfPresent))
            return null;
        if (place.Exists && increments)
            score += place.Score;
        if (double.IsNaN(score))
            return SortedSetErrors.NotANumber;
        if (!place.Exists)
        {
            set.Add(place, member, score, moreToCome);
            Added++;
        }
        else if (MayMove(place.Score, score))
        {
            if (score != place.Score)
            {
                set.SetScore(place, member, score);
                Changed++;
            }
        }
        else
        {
            return null;
        }
        Score = score;
        IsAllowed = true;
        return null;
    }

    private readonly bool MayMove(double from, double to) =>
        (!Has(ScoreConditions.IfGreater) || to > from) && (!Has(ScoreConditions.IfLess) || to < from);

    private readonly bool Has(ScoreConditions condition) => (conditions & condition) != 0;
}
