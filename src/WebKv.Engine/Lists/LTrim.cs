using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Lists;

/// <summary>LTRIM: keeps a range of elements and removes all others.</summary>
/// <remarks>Journalled as it is, as DEL when nothing is left, not at all when nothing goes.</remarks>
public readonly ref struct LTrim : ICommand<LTrim, OkReply>
{
    public static CommandInfo Info { get; } = new("ltrim", "key start stop")
    {
        Arity = 4,
        Flags = CommandFlags.Write | CommandFlags.Slow,
        Group = CommandGroup.List,
        Keys = KeySpec.One,
        Summary = "Removes what lies outside a range.",
        Complexity = "O(N) in the chunks removed",
    };

    public required Key Key { get; init; }

    public required long Start { get; init; }

    public required long Stop { get; init; }

    public static Error? Parse(ref ArgReader arguments, out LTrim command)
    {
        Key key = arguments.NextKey();
        Error? error = arguments.NextInteger(out long start);
        Error? stopError = arguments.NextInteger(out long stop);
        command = new LTrim { Key = key, Start = start, Stop = stop };
        return error ?? stopError;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out OkReply reply)
    {
        reply = default;
        if (ListView.Peek(context, Key, out ListView list) is { } error)
            return error;
        if (!list.Exists)
            return null;
        ListRange range = ListRange.Of(Start, Stop, list.Count);
        long right = list.Count - range.First - range.Length;
        if (range.Length == list.Count)
        {
            context.Notify(KeyspaceEvents.List, "ltrim"u8, Key);
            return null;
        }
        list.RemoveAt(ListSide.Right, range.Length == 0 ? list.Count : right);
        list.RemoveAt(ListSide.Left, range.Length == 0 ? 0 : range.First);
        list.Commit("ltrim"u8);
        LogTrim(context, isEmpty: range.Length == 0);
        return null;
    }

    private void LogTrim(CommandContext context, bool isEmpty)
    {
        if (isEmpty)
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
