using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Lists;

/// <summary>LSET: puts another element in the place of one.</summary>
public readonly ref struct LSet : ICommand<LSet, OkReply>
{
    public static CommandInfo Info { get; } = new("lset", "key index element")
    {
        Arity = 4,
        Flags = CommandFlags.Write | CommandFlags.DenyOom,
        Group = CommandGroup.List,
        Keys = KeySpec.One,
        Summary = "Sets an element by its index.",
        Complexity = "O(N) in the chunks up to it",
    };

    public required Key Key { get; init; }

    public required long Index { get; init; }

    public required Value Value { get; init; }

    public static Error? Parse(ref ArgReader arguments, out LSet command)
    {
        Key key = arguments.NextKey();
        Error? error = arguments.NextInteger(out long index);
        command = new LSet { Key = key, Index = index, Value = arguments.NextValue() };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out OkReply reply)
    {
        reply = default;
        if (ListView.Peek(context, Key, out ListView list) is { } error)
            return error;
        if (!list.Exists)
            return CommonErrors.NoSuchKey;
        long index = Index < 0 ? Index + list.Count : Index;
        if (index < 0 || index >= list.Count)
            return CommonErrors.IndexOutOfRange;
        list.Replace(list.Seek(index), Value.Bytes);
        list.Commit("lset"u8);
        if (context.BeginLog("LSET"u8, 3))
        {
            context.LogArgument(Key.Bytes);
            context.LogArgument(Index);
            context.LogArgument(Value);
        }
        return null;
    }
}
