using System.Runtime.CompilerServices;

namespace WebKv.Memory.Collections;

/// <summary>Behind all entries with a lower key than this one. Reads no entry.</summary>
internal readonly unsafe struct KeyBound(ulong limit) : IScoreBound
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsBefore(ulong key, byte* entry) => key < limit;
}

/// <summary>Before the entry with this key and member, or right behind it.</summary>
internal readonly unsafe ref struct EntryBound(ulong limit, ReadOnlySpan<byte> member, bool behind) : IScoreBound
{
    private readonly ReadOnlySpan<byte> _member = member;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsBefore(ulong key, byte* entry) => key != limit ? key < limit : IsBeforeMember(entry);

    private bool IsBeforeMember(byte* entry)
    {
        int order = ScoredEntry.Member(entry).SequenceCompareTo(_member);
        return behind ? order <= 0 : order < 0;
    }
}

/// <summary>Before this member, or right behind it, whatever the scores: means something only where all are equal.
/// </summary>
internal readonly unsafe ref struct MemberBound(ReadOnlySpan<byte> member, bool behind) : IScoreBound
{
    private readonly ReadOnlySpan<byte> _member = member;

    public bool IsBefore(ulong key, byte* entry)
    {
        int order = ScoredEntry.Member(entry).SequenceCompareTo(_member);
        return behind ? order <= 0 : order < 0;
    }
}
