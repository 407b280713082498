using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Sets;

/// <summary>SRANDMEMBER: random members of a set, which keeps them, each with the same probability.</summary>
/// <remarks>Without a count one member, or nothing. A positive count asks for different members; a negative one for
/// exactly so many, which may repeat.</remarks>
public readonly ref struct SRandMember : ICommand<SRandMember, MembersReply>
{
    public static CommandInfo Info { get; } = new("srandmember", "key [count]")
    {
        Arity = -2,
        Flags = CommandFlags.ReadOnly | CommandFlags.Pauses,
        Group = CommandGroup.Set,
        Keys = KeySpec.One,
        Summary = "Returns random members of a set.",
        Complexity = "O(N) in the number of members asked for",
    };

    public required Key Key { get; init; }

    /// <summary>How many; negative allows repetition. Null for one, which is then not in a list.</summary>
    public long? Count { get; init; }

    public static Error? Parse(ref ArgReader arguments, out SRandMember command)
    {
        command = new SRandMember { Key = arguments.NextKey() };
        if (!arguments.HasNext)
            return null;
        if (arguments.Remaining > 1)
            return CommonErrors.Syntax;
        if (arguments.NextInteger(out long count) is { } error)
            return error;
        command = new SRandMember { Key = command.Key, Count = count };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out MembersReply reply)
    {
        reply = default;
        if (Count == long.MinValue)
            return SetErrors.CountRange;
        Error? error = context.Collections.Find(Key, RecordType.Set, out Record record);
        if (error is null && !record.IsNull)
            error = RandomMembers.Append(context, Key, Count ?? 1);
        if (error is not null)
            return error;
        reply = new MembersReply(
            new BulksReply(context.Replies, 0, context.Replies.EntryCount), isSingle: Count is null);
        return null;
    }
}
