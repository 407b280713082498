using System.Numerics;
using System.Runtime.CompilerServices;

namespace WebKv.Engine.Keyspace;

/// <summary>
/// The set of shards that a command or transaction needs, collected before any of them is locked.
/// </summary>
/// <remarks>
/// Most commands name one key, so the first shard is kept apart and the bitmap is filled only when a second one
/// comes. Locks are taken in ascending order, which is why there can be no deadlock.
/// </remarks>
public struct KeySet
{
    private const int Empty = -1;
    private const int Many = -2;

    private readonly int _shardMask;
    private int _single;
    private ShardBits _bits;

    public KeySet(int shardCount)
    {
        _shardMask = shardCount - 1;
        _single = Empty;
    }

    public readonly bool IsEmpty => _single == Empty;

    /// <summary>Whether all shards were asked for at once.</summary>
    public bool HasAll { get; private set; }

    /// <summary>True with the shard's index when there is exactly one.</summary>
    public readonly bool IsSingle(out int shard)
    {
        shard = _single;
        return _single >= 0;
    }

    public void Add(Key key) => AddShard(key.Slot & _shardMask);

    public void AddShard(int shard)
    {
        if (_single == shard)
            return;
        if (_single == Empty)
        {
            _single = shard;
            return;
        }
        if (_single != Many)
        {
            SetBit(_single);
            _single = Many;
        }
        SetBit(shard);
    }

    public void AddAll()
    {
        HasAll = true;
        for (int shard = 0; shard <= _shardMask; shard++)
            AddShard(shard);
    }

    /// <summary>The next shard of the set at or after an index, or -1.</summary>
    public readonly int NextFrom(int shard)
    {
        if (_single >= 0)
            return shard <= _single ? _single : -1;
        if (_single == Empty)
            return -1;
        for (int word = shard >> 6; word < ShardBits.Words; word++)
        {
            ulong bits = _bits[word];
            if (word == shard >> 6)
                bits &= ulong.MaxValue << (shard & 63);
            if (bits != 0)
                return (word << 6) + BitOperations.TrailingZeroCount(bits);
        }
        return -1;
    }

    private void SetBit(int shard) => _bits[shard >> 6] |= 1UL << (shard & 63);

    [InlineArray(Words)]
    private struct ShardBits
    {
        public const int Words = 16;

        private ulong _word;
    }
}
