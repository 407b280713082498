using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Hashes;

/// <summary>HSETNX: sets a field if there is none of that name; replies whether it did.</summary>
/// <remarks>Logged as HSET.</remarks>
public readonly ref struct HSetNx : ICommand<HSetNx, IntegerReply>
{
    public static CommandInfo Info { get; } = new("hsetnx", "key field value")
    {
        Arity = 4,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Fast,
        Group = CommandGroup.Hash,
        Keys = KeySpec.One,
        Summary = "Sets a field of a hash unless it is there already.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    /// <summary>The field with its value; one pair.</summary>
    public required FieldPairs Pair { get; init; }

    public static Error? Parse(ref ArgReader arguments, out HSetNx command)
    {
        Key key = arguments.NextKey();
        Error? error = FieldPairs.Parse(ref arguments, Info, out FieldPairs pair);
        command = new HSetNx { Key = key, Pair = pair };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        if (HashEditor.Peek(context, Key, out HashEditor hash) is { } error)
            return error;
        if (hash.View.Contains(Pair.Field(0)))
            return null;
        Error? failure = FieldWrite.Set(context, Key, Pair, out long added);
        reply = new IntegerReply(added);
        return failure;
    }
}
