using WebKv.Engine.Replies;

namespace WebKv.Engine.Strings;

/// <summary>
/// The longest common subsequence of two strings that the reply buffer keeps. It is computed when it is written: no
/// shard is locked then.
/// </summary>
public readonly ref struct LcsReply : IReply
{
    private readonly BulkReply _first;
    private readonly BulkReply _second;
    private readonly LcsAnswer _answer;

    internal LcsReply(BulkReply first, BulkReply second, LcsAnswer answer)
    {
        _first = first;
        _second = second;
        _answer = answer;
    }

    internal long MatchLengthMin { get; init; }

    internal bool WithMatchLengths { get; init; }

    public void WriteTo(IReplyWriter writer)
    {
        ReadOnlySpan<byte> first = _first.Bytes;
        ReadOnlySpan<byte> second = _second.Bytes;
        var table = SubsequenceTable.Of(first, second, keepsRows: _answer != LcsAnswer.Length);
        if (_answer == LcsAnswer.Length)
            writer.Integer(table.Length);
        else if (_answer == LcsAnswer.Text)
            writer.Bulk(TextOf(table, first, second));
        else
            WriteMatches(writer, table.Matches(first, second), table.Length);
    }

    private static byte[] TextOf(SubsequenceTable table, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        byte[] text = new byte[table.Length];
        int end = text.Length;
        foreach (LcsMatch match in table.Matches(first, second))
        {
            end -= match.Length;
            first.Slice(match.First, match.Length).CopyTo(text.AsSpan(end));
        }
        return text;
    }

    private void WriteMatches(IReplyWriter writer, List<LcsMatch> matches, int length)
    {
        long lengthMin = MatchLengthMin;
        matches.RemoveAll(match => match.Length < lengthMin);
        writer.BeginMap(2);
        writer.Bulk("matches"u8);
        writer.BeginArray(matches.Count);
        foreach (LcsMatch match in matches)
        {
            writer.BeginArray(WithMatchLengths ? 3 : 2);
            WriteRange(writer, match.First, match.Length);
            WriteRange(writer, match.Second, match.Length);
            if (WithMatchLengths)
                writer.Integer(match.Length);
        }
        writer.Bulk("len"u8);
        writer.Integer(length);
    }

    private static void WriteRange(IReplyWriter writer, int start, int length)
    {
        writer.BeginArray(2);
        writer.Integer(start);
        writer.Integer(start + length - 1);
    }
}
