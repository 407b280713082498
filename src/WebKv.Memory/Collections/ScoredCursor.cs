using System.Runtime.Intrinsics.X86;

namespace WebKv.Memory.Collections;

/// <summary>
/// Walks a number of elements of a <see cref="ScoredTable"/> in order, upwards or downwards; void after any change.
/// </summary>
/// <remarks>Entries lie anywhere, so each would be a cache miss: they are asked for a few steps ahead, as far as the
/// leaf goes.</remarks>
public unsafe ref struct ScoredCursor
{
    private const int StepsAhead = 8;

    private readonly int _step;
    private ScoreNode* _leaf;
    private int _slot;
    private long _remaining;

    internal ScoredCursor(ScoreNode* leaf, int slot, long count, bool reverse)
    {
        _step = reverse ? -1 : 1;
        _leaf = leaf;
        _slot = slot - _step;
        _remaining = count;
        if (count <= 0)
            return;
        for (int ahead = 0; ahead < Math.Min(count, StepsAhead); ahead++)
            Prefetch(slot + ahead * _step);
    }

    /// <summary>The element that the last <see cref="MoveNext"/> went to.</summary>
    public readonly ScoredElement Current => new(ScoreNode.Entries(_leaf)[_slot]);

    public bool MoveNext()
    {
        if (_remaining == 0)
            return false;
        _remaining--;
        _slot += _step;
        if ((uint)_slot >= (uint)_leaf->Count)
        {
            _leaf = _step > 0 ? _leaf->Next : _leaf->Previous;
            _slot = _step > 0 ? 0 : _leaf->Count - 1;
        }
        Prefetch(_slot + StepsAhead * _step);
        return true;
    }

    private readonly void Prefetch(int slot)
    {
        if ((uint)slot < (uint)_leaf->Count && Sse.IsSupported)
            Sse.Prefetch0(ScoreNode.Entries(_leaf)[slot]);
    }
}
