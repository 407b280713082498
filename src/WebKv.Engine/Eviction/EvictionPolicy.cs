namespace WebKv.Engine.Eviction;

/// <summary>Which key goes when the memory limit is reached.</summary>
public enum EvictionPolicy
{
    /// <summary>None: commands that need memory are refused.</summary>
    NoEviction,

    /// <summary>The key that was not accessed for the longest time.</summary>
    AllKeysLru,

    /// <summary>The same among keys with an expiry.</summary>
    VolatileLru,

    /// <summary>The key that is accessed least often.</summary>
    AllKeysLfu,

    /// <summary>The same among keys with an expiry.</summary>
    VolatileLfu,

    /// <summary>Any key.</summary>
    AllKeysRandom,

    /// <summary>Any key with an expiry.</summary>
    VolatileRandom,

    /// <summary>The key that expires first.</summary>
    VolatileTtl,
}
