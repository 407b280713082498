namespace WebKv.Engine.Effects;

/// <summary>
/// Where atomic units of effects go. It numbers them: the LSN of a unit is its place in the one order in which all
/// changes of the node happened.
/// </summary>
public interface IJournal
{
    /// <summary>False when only numbers are wanted, so that effects need not be written out.</summary>
    bool WantsEffects { get; }

    /// <summary>The LSN of the last unit; 0 before the first.</summary>
    long LastLsn { get; }

    /// <summary>
    /// Takes one unit and returns its LSN. Called while the locks of everything that the unit changed are held, so
    /// that the order of LSNs is the order of changes; it may not wait or do I/O.
    /// </summary>
    long Append(EffectBuffer unit);
}
