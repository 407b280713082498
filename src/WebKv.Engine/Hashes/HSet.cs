using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Hashes;

/// <summary>HSET: sets fields; replies how many of them are new.</summary>
/// <remarks>A field that is set anew loses its deadline. Of a field that comes twice, the last value stays. Logged as
/// HSET.</remarks>
public readonly ref struct HSet : ICommand<HSet, IntegerReply>
{
    public static CommandInfo Info { get; } = new("hset", "key field value [field value ...]")
    {
        Arity = -4,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Fast,
        Group = CommandGroup.Hash,
        Keys = KeySpec.One,
        Summary = "Sets fields of a hash.",
        Complexity = "O(N) in the number of fields set",
    };

    public required Key Key { get; init; }

    public required FieldPairs Pairs { get; init; }

    public static Error? Parse(ref ArgReader arguments, out HSet command)
    {
        Key key = arguments.NextKey();
        Error? error = FieldPairs.Parse(ref arguments, Info, out FieldPairs pairs);
        command = new HSet { Key = key, Pairs = pairs };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        Error? error = FieldWrite.Set(context, Key, Pairs, out long added);
        reply = new IntegerReply(added);
        return error;
    }
}
