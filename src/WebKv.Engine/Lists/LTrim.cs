using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Lists;

/// <summary>LTRIM: keeps only the elements of an inclusive range of indexes; an empty range deletes the key.</summary>
/// <remarks>Logged as it is, or as DEL; not at all when nothing goes.</remarks>
public readonly ref struct LTrim : ICommand<LTrim, OkReply>
{
    public static CommandInfo Info { get; } = new("ltrim", "key start stop")
    {
        Arity = 4,
        Flags = CommandFlags.Write,
        Group = CommandGroup.List,
        Keys = KeySpec.One,
        Summary = "Removes the elements of a list that are outside a range.",
        Complexity = "O(N) in the number of chunks removed",
    };

    public required Key Key { get; init; }

    /// <summary>Counts from the tail when negative, as does <see cref="Stop"/>.</summary>
    public required long Start { get; init; }

    /// <summary>Index of the last element that stays.</summary>
    public required long Stop { get; init; }

    public static Error? Parse(ref ArgReader arguments, out LTrim command)
    {
        Key key = arguments.NextKey();
        long stop = 0;
        Error? error = arguments.NextInteger(out long start) ?? arguments.NextInteger(out stop);
        command = new LTrim { Key = key, Start = start, Stop = stop };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out OkReply reply)
    {
        reply = default;
        if (ListView.Open(context, Key, out ListView list) is { } error)
            return error;
        ElementRange kept = ElementRange.Of(Start, Stop, list.Count);
        if (kept.Count == list.Count)
            return null;
        list.Remove(ListSide.Right, list.Count - kept.First - kept.Count);
        list.Remove(ListSide.Left, kept.First);
        LogTrim(context, kept);
        context.Notify(KeyspaceEvents.List, "ltrim"u8, Key);
        list.Commit();
        return null;
    }

    private void LogTrim(CommandContext context, ElementRange kept)
    {
        if (kept.IsEmpty)
        {
            context.LogDelete(Key);
        }
        else if (context.BeginLog("LTRIM"u8, 3))
        {
            context.LogArgument(Key.Bytes);
            context.LogArgument(Start);
            context.LogArgument(Stop);
        }
    }
}
