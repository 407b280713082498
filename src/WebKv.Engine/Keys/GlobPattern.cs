namespace WebKv.Engine.Keys;

/// <summary>
/// Matches names against the patterns of KEYS, SCAN and PSUBSCRIBE: * ? [ab] [^a] [a-z] \x, byte by byte.
/// </summary>
/// <remarks>
/// The idea: only a star leaves a choice, and the choice of an earlier star never needs to be taken back once a later
/// one is reached, because the later one can take up whatever the earlier one would have. So one point to go back to
/// is enough, where recursion over all stars is exponential. Cost: linear for the patterns that people write, at
/// worst the product of both lengths. An open bracket without its end goes to the end of the pattern.
/// </remarks>
public static class GlobPattern
{
    private const int NoMatch = -1;

    public static bool Matches(ReadOnlySpan<byte> pattern, ReadOnlySpan<byte> text)
    {
        int at = 0;
        int position = 0;
        int afterStar = NoMatch;
        int starEnd = 0;
        while (position < text.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                afterStar = ++at;
                starEnd = position;
                if (at == pattern.Length)
                    return true;
                continue;
            }
            int next = at < pattern.Length ? MatchOne(pattern, at, text[position]) : NoMatch;
            if (next != NoMatch)
            {
                at = next;
                position++;
                continue;
            }
            if (afterStar == NoMatch)
                return false;
            // The star takes one byte more.
            at = afterStar;
            position = ++starEnd;
        }
        return !pattern[at..].ContainsAnyExcept((byte)'*');
    }

    // Matches one byte against the part of the pattern at a position; gives the position of the next part.
    private static int MatchOne(ReadOnlySpan<byte> pattern, int at, byte value)
    {
        switch (pattern[at])
        {
            case (byte)'?':
                return at + 1;
            case (byte)'[':
                return MatchClass(pattern, at + 1, value);
            case (byte)'\\' when at + 1 < pattern.Length:
                at++;
                break;
        }
        return pattern[at] == value ? at + 1 : NoMatch;
    }

    private static int MatchClass(ReadOnlySpan<byte> pattern, int at, byte value)
    {
        bool negated = at < pattern.Length && pattern[at] == '^';
        if (negated)
            at++;
        bool found = false;
        while (at < pattern.Length && pattern[at] != ']')
        {
            if (pattern[at] == '\\' && at + 1 < pattern.Length)
            {
                found |= pattern[at + 1] == value;
                at += 2;
            }
            else if (at + 2 < pattern.Length && pattern[at + 1] == '-')
            {
                found |= IsBetween(value, pattern[at], pattern[at + 2]);
                at += 3;
            }
            else
            {
                found |= pattern[at++] == value;
            }
        }
        return found == negated ? NoMatch : Math.Min(at + 1, pattern.Length);
    }

    private static bool IsBetween(byte value, byte first, byte last) =>
        value >= Math.Min(first, last) && value <= Math.Max(first, last);
}
