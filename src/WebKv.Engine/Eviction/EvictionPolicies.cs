namespace WebKv.Engine.Eviction;

/// <summary>The names of the policies, as in Redis, and what they have in common.</summary>
public static class EvictionPolicies
{
    private static readonly (EvictionPolicy Policy, string Name)[] Names =
    [
        (EvictionPolicy.NoEviction, "noeviction"),
        (EvictionPolicy.AllKeysLru, "allkeys-lru"),
        (EvictionPolicy.VolatileLru, "volatile-lru"),
        (EvictionPolicy.AllKeysLfu, "allkeys-lfu"),
        (EvictionPolicy.VolatileLfu, "volatile-lfu"),
        (EvictionPolicy.AllKeysRandom, "allkeys-random"),
        (EvictionPolicy.VolatileRandom, "volatile-random"),
        (EvictionPolicy.VolatileTtl, "volatile-ttl"),
    ];

    /// <summary>All names, for messages.</summary>
    public static string AllNames => string.Join(", ", Names.Select(pair => pair.Name));

    public static string NameOf(EvictionPolicy policy) => Names[(int)policy].Name;

    public static bool TryParse(string name, out EvictionPolicy policy)
    {
        int index = Array.FindIndex(Names, pair => pair.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        policy = index < 0 ? default : Names[index].Policy;
        return index >= 0;
    }

    internal static bool IsLfu(this EvictionPolicy policy) =>
        policy is EvictionPolicy.AllKeysLfu or EvictionPolicy.VolatileLfu;

    internal static bool IsRandom(this EvictionPolicy policy) =>
        policy is EvictionPolicy.AllKeysRandom or EvictionPolicy.VolatileRandom;

    internal static bool IsVolatile(this EvictionPolicy policy) => policy is EvictionPolicy.VolatileLru
        or EvictionPolicy.VolatileLfu or EvictionPolicy.VolatileRandom or EvictionPolicy.VolatileTtl;
}
