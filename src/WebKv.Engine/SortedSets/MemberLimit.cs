namespace WebKv.Engine.SortedSets;

/// <summary>One end of a range of members: a member, or the very first or last place.</summary>
public readonly ref struct MemberLimit
{
    private readonly bool _isMember;
    private readonly bool _isHighest;

    private MemberLimit(bool isHighest) => _isHighest = isHighest;

    public MemberLimit(ReadOnlySpan<byte> member, bool exclusive = false)
    {
        Member = member;
        Exclusive = exclusive;
        _isMember = true;
    }

    /// <summary>Before all members; also the default.</summary>
    public static MemberLimit Lowest => default;

    /// <summary>Behind all members.</summary>
    public static MemberLimit Highest => new(isHighest: true);

    public ReadOnlySpan<byte> Member { get; }

    /// <summary>Whether the member itself is left out.</summary>
    public bool Exclusive { get; }

    /// <summary>Bytes that <see cref="Format"/> needs.</summary>
    internal int TextLength => 1 + Member.Length;

    /// <summary>Reads "[member", "(member", "-" or "+".</summary>
    internal static bool TryParse(ReadOnlySpan<byte> text, out MemberLimit limit)
    {
        limit = default;
        if (text.IsEmpty)
            return false;
        switch (text[0])
        {
            case (byte)'[' or (byte)'(':
                limit = new MemberLimit(text[1..], exclusive: text[0] == '(');
                return true;
            case (byte)'+':
                limit = Highest;
                return text.Length == 1;
            default:
                return text is [(byte)'-'];
        }
    }

    internal void Format(Span<byte> text)
    {
        text[0] = (byte)(_isMember ? Exclusive ? '(' : '[' : _isHighest ? '+' : '-');
        Member.CopyTo(text[1..]);
    }

    /// <summary>The rank of the first element behind this end of a range.</summary>
    /// <param name="set">The set.</param>
    /// <param name="isEnd">Whether the range ends here; else it begins here.</param>
    internal long RankIn(SortedSetView set, bool isEnd)
    {
        if (!_isMember)
            return _isHighest ? set.Count : 0;
        return set.CountBelow(Member, orEqual: Exclusive != isEnd);
    }
}
