using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Lists;

/// <summary>LINDEX: the element at an index; negative ones count from the end.</summary>
public readonly ref struct LIndex : ICommand<LIndex, BulkReply>
{
    public static CommandInfo Info { get; } = new("lindex", "key index")
    {
        Arity = 3,
        Flags = CommandFlags.ReadOnly,
        Group = CommandGroup.List,
        Keys = KeySpec.One,
        Summary = "Returns an element by its index.",
        Complexity = "O(N) in the chunks up to it",
    };

    public required Key Key { get; init; }

    public required long Index { get; init; }

    public static Error? Parse(ref ArgReader arguments, out LIndex command)
    {
        Key key = arguments.NextKey();
        Error? error = arguments.NextInteger(out long index);
        command = new LIndex { Key = key, Index = index };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out BulkReply reply)
    {
        reply = default;
        if (ListView.Find(context, Key, out ListView list) is { } error)
            return error;
        long index = Index < 0 ? Index + list.Count : Index;
        if (index >= 0 && index < list.Count)
            reply = new BulkReply(context.Replies.Copy(list.Read(list.Seek(index))));
        return null;
    }
}
