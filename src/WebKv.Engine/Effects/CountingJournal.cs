namespace WebKv.Engine.Effects;

/// <summary>Numbers the units and keeps none: the journal of a node that persists and replicates nothing.</summary>
public sealed class CountingJournal : IJournal
{
    private long _lastLsn;

    public bool WantsEffects => false;

    public long LastLsn => Interlocked.Read(ref _lastLsn);

    public long Append(EffectBuffer unit) => Interlocked.Increment(ref _lastLsn);
}
