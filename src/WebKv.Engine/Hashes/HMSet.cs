using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Hashes;

/// <summary>HMSET: HSET with the reply of old: OK.</summary>
/// <remarks>A field that is set anew loses its deadline. Of a field that comes twice, the last value stays. Logged as
/// HSET.</remarks>
public readonly ref struct HMSet : ICommand<HMSet, OkReply>
{
    public static CommandInfo Info { get; } = new("hmset", "key field value [field value ...]")
    {
        Arity = -4,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Fast,
        Group = CommandGroup.Hash,
        Keys = KeySpec.One,
        Summary = "Sets fields of a hash; HSET does the same.",
        Complexity = "O(N) in the number of fields set",
    };

    public required Key Key { get; init; }

    public required FieldPairs Pairs { get; init; }

    public static Error? Parse(ref ArgReader arguments, out HMSet command)
    {
        Key key = arguments.NextKey();
        Error? error = FieldPairs.Parse(ref arguments, Info, out FieldPairs pairs);
        command = new HMSet { Key = key, Pairs = pairs };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out OkReply reply)
    {
        Error? error = FieldWrite.Set(context, Key, Pairs, out _);
        reply = default;
        return error;
    }
}
