using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Lists;

/// <summary>LSET: puts another element in the place of the one at an index.</summary>
public readonly ref struct LSet : ICommand<LSet, OkReply>
{
    public static CommandInfo Info { get; } = new("lset", "key index element")
    {
        Arity = 4,
        Flags = CommandFlags.Write | CommandFlags.DenyOom,
        Group = CommandGroup.List,
        Keys = KeySpec.One,
        Summary = "Sets the element at an index of a list.",
        Complexity = "O(N) in the number of chunks to the nearer end; O(1) at both ends",
    };

    public required Key Key { get; init; }

    /// <summary>Counts from the tail when negative.</summary>
    public required long Index { get; init; }

    public required Value Element { get; init; }

    public static Error? Parse(ref ArgReader arguments, out LSet command)
    {
        Key key = arguments.NextKey();
        Error? error = arguments.NextInteger(out long index);
        command = new LSet { Key = key, Index = index, Element = arguments.NextValue() };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out OkReply reply)
    {
        reply = default;
        if (ListView.Open(context, Key, out ListView list) is { } error)
            return error;
        if (list.IsMissing)
            return CommonErrors.NoSuchKey;
        long index = list.FromHead(Index);
        if (index < 0 || index >= list.Count)
            return ListErrors.IndexOutOfRange;
        list.Replace(index, Element.Bytes);
        if (context.BeginLog("LSET"u8, 3))
        {
            context.LogArgument(Key.Bytes);
            context.LogArgument(Index);
            context.LogArgument(Element);
        }
        context.Notify(KeyspaceEvents.List, "lset"u8, Key);
        list.Commit();
        return null;
    }
}
