using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory;

namespace WebKv.Engine.Strings;

/// <summary>LCS: the longest common subsequence of two strings, its length, or where its parts lie.</summary>
/// <remarks>Computed when the reply is written, so after the shards were unlocked: see <see cref="LcsReply"/>.
/// </remarks>
public readonly ref struct Lcs : ICommand<Lcs, LcsReply>
{
    private static readonly Error NotStrings =
        new(ErrorCode.WrongType, "ERR The specified keys must contain string values");

    private static readonly Error TwoAnswers = new(ErrorCode.Syntax,
        "ERR If you want both the length and indexes, please just use IDX.");

    private static readonly Error TooLong = new(ErrorCode.PayloadTooLarge,
        "ERR Insufficient memory, transient memory for LCS exceeds proto-max-bulk-len");

    public static CommandInfo Info { get; } = new(
        "lcs", "key1 key2 [LEN] [IDX] [MINMATCHLEN min-match-len] [WITHMATCHLEN]")
    {
        Arity = -3,
        Flags = CommandFlags.ReadOnly | CommandFlags.Slow,
        Group = CommandGroup.String,
        Keys = KeySpec.Two,
        Summary = "Finds the longest common subsequence of the string values of two keys.",
        Complexity = "O(N*M/64) in the lengths of the strings",
    };

    public required Key First { get; init; }

    public required Key Second { get; init; }

    /// <summary>What to tell about the subsequence.</summary>
    public LcsAnswer Answer { get; init; }

    /// <summary>Shorter matches are left out of <see cref="LcsAnswer.Matches"/>.</summary>
    public long MatchLengthMin { get; init; }

    /// <summary>Tell the length of each match.</summary>
    public bool WithMatchLengths { get; init; }

    public static Error? Parse(ref ArgReader arguments, out Lcs command)
    {
        Key first = arguments.NextKey();
        Key second = arguments.NextKey();
        command = default;
        bool wantsLength = false, wantsMatches = false, withMatchLengths = false;
        long matchLengthMin = 0;
        while (arguments.HasNext)
        {
            if (arguments.TryKeyword("LEN"u8))
                wantsLength = true;
            else if (arguments.TryKeyword("IDX"u8))
                wantsMatches = true;
            else if (arguments.TryKeyword("WITHMATCHLEN"u8))
                withMatchLengths = true;
            else if (arguments.Remaining < 2 || !arguments.TryKeyword("MINMATCHLEN"u8))
                return CommonErrors.Syntax;
            else if (arguments.NextInteger(out matchLengthMin) is { } error)
                return error;
        }
        command = new Lcs
        {
            First = first,
            Second = second,
            Answer = wantsMatches ? LcsAnswer.Matches : wantsLength ? LcsAnswer.Length : LcsAnswer.Text,
            MatchLengthMin = matchLengthMin,
            WithMatchLengths = withMatchLengths,
        };
        return wantsLength && wantsMatches ? TwoAnswers : null;
    }

    public void DeclareKeys(ref KeySet keys)
    {
        keys.Add(First);
        keys.Add(Second);
    }

    public Error? Apply(CommandContext context, out LcsReply reply)
    {
        reply = default;
        context.TryFind(First, out Record first);
        context.TryFind(Second, out Record second);
        if (IsOtherThanString(first) || IsOtherThanString(second))
            return NotStrings;
        if (!first.IsNull && !second.IsNull && !SubsequenceTable.Fits(first.Bytes.Length, second.Bytes.Length))
            return TooLong;
        reply = new LcsReply(
            first.IsNull ? default : context.Replies.Capture(first),
            second.IsNull ? default : context.Replies.Capture(second),
            Answer)
        {
            MatchLengthMin = MatchLengthMin,
            WithMatchLengths = WithMatchLengths,
        };
        return null;
    }

    private static bool IsOtherThanString(Record record) => !record.IsNull && record.Type != RecordType.String;
}
