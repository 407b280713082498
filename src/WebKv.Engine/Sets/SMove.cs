using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Sets;

/// <summary>SMOVE: takes a member from one set to another; replies whether the first had it.</summary>
/// <remarks>Logged as it is, unless it changes nothing. Moving within one set changes nothing.</remarks>
public readonly ref struct SMove : ICommand<SMove, IntegerReply>
{
    public static CommandInfo Info { get; } = new("smove", "source destination member")
    {
        Arity = 4,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Fast,
        Group = CommandGroup.Set,
        Keys = KeySpec.Two,
        Summary = "Moves a member from one set to another.",
        Complexity = "O(1)",
    };

    public required Key Source { get; init; }

    public required Key Destination { get; init; }

    public required Value Member { get; init; }

    public static Error? Parse(ref ArgReader arguments, out SMove command)
    {
        command = new SMove
        {
            Source = arguments.NextKey(),
            Destination = arguments.NextKey(),
            Member = arguments.NextValue(),
        };
        return null;
    }

    public void DeclareKeys(ref KeySet keys)
    {
        keys.Add(Source);
        keys.Add(Destination);
    }

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        Error? error = context.Collections.Peek(Source, RecordType.Set, out Record source);
        // As in Redis, the destination's type does not matter when there is nothing to move.
        if (error is not null || source.IsNull)
            return error;
        error = context.Collections.Peek(Destination, RecordType.Set, out Record destination);
        if (error is not null)
            return error;
        if (Source.Bytes.SequenceEqual(Destination.Bytes))
        {
            bool isMember = SetView.Of(context, Source, source).Contains(PackedItem.Of(Member.Bytes));
            reply = new IntegerReply(isMember ? 1 : 0);
            return null;
        }
        if (Take(context, source))
        {
            reply = new IntegerReply(1);
            Give(context);
            LogMove(context);
        }
        return null;
    }

    private bool Take(CommandContext context, Record source)
    {
        var from = new SetEditor(context, Source, source);
        if (!from.Remove(Member.Bytes))
            return false;
        context.Notify(KeyspaceEvents.Set, "srem"u8, Source);
        from.Finish();
        return true;
    }

    // Found again: the record may lie in the table that has just changed.
    private void Give(CommandContext context)
    {
        context.TryPeek(Destination, out Record destination);
        var to = new SetEditor(context, Destination, destination);
        if (!to.Add(Member.Bytes))
            return;
        to.Finish();
        context.Notify(KeyspaceEvents.Set, "sadd"u8, Destination);
    }

    private void LogMove(CommandContext context)
    {
        if (!context.BeginLog("SMOVE"u8, 3))
            return;
        context.LogArgument(Source.Bytes);
        context.LogArgument(Destination.Bytes);
        context.LogArgument(Member);
    }
}
