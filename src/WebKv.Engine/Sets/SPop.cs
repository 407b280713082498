using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Sets;

/// <summary>SPOP: takes out random members, each with the same probability, and replies with them.</summary>
/// <remarks>Without a count one member, or nothing. Logged as SREM of those that were taken, or as DEL when they were
/// all.</remarks>
public readonly ref struct SPop : ICommand<SPop, MembersReply>
{
    public static CommandInfo Info { get; } = new("spop", "key [count]")
    {
        Arity = -2,
        Flags = CommandFlags.Write | CommandFlags.Fast | CommandFlags.Pauses,
        Group = CommandGroup.Set,
        Keys = KeySpec.One,
        Summary = "Removes random members from a set and returns them.",
        Complexity = "O(N) in the number of members taken",
    };

    public required Key Key { get; init; }

    /// <summary>How many members at most, not negative; null for one, which is then not in a list.</summary>
    public long? Count { get; init; }

    public static Error? Parse(ref ArgReader arguments, out SPop command)
    {
        command = new SPop { Key = arguments.NextKey() };
        if (!arguments.HasNext)
            return null;
        if (arguments.Remaining > 1)
            return CommonErrors.Syntax;
        if (!Numbers.TryParseInteger(arguments.Next(), out long count) || count < 0)
            return SetErrors.NotPositive;
        command = new SPop { Key = command.Key, Count = count };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out MembersReply reply)
    {
        reply = default;
        Error? error = context.Collections.Peek(Key, RecordType.Set, out Record record);
        if (error is not null)
            return error;
        long wanted = Count ?? 1;
        if (!record.IsNull && wanted > 0)
            error = wanted < SetView.Of(context, Key, record).Count
                ? TakeSome(context, record, (int)wanted)
                : TakeAll(context);
        var members = new BulksReply(context.Replies, 0, context.Replies.EntryCount, isSet: true);
        reply = new MembersReply(members, isSingle: Count is null);
        return error;
    }

    private Error? TakeSome(CommandContext context, Record record, int count)
    {
        var set = new SetEditor(context, Key, record);
        for (int i = 0; i < count; i++)
        {
            long position = set.View.Draw(Random.Shared);
            set.View.AppendAt(position, context.Replies);
            set.RemoveAt(position);
        }
        set.Finish();
        context.Notify(KeyspaceEvents.Set, "spop"u8, Key);
        if (!context.BeginLog("SREM"u8, 1 + count))
            return null;
        context.LogArgument(Key.Bytes);
        for (int i = 0; i < count; i++)
            context.LogArgument(context.Replies.Entry(i).Bytes);
        return null;
    }

    // What was read in slices is the set as it is now; the key goes in the same hold of the lock.
    private Error? TakeAll(CommandContext context)
    {
        Error? error = WholeSet.Append(context, Key);
        if (error is not null || !context.TryPeek(Key, out Record record))
            return error;
        context.Notify(KeyspaceEvents.Set, "spop"u8, Key);
        context.Remove(Key, record);
        context.Notify(KeyspaceEvents.Generic, "del"u8, Key);
        context.LogDelete(Key);
        return null;
    }
}
