using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Strings;

/// <summary>SETNX: sets a key that does not exist; replies 1 if it did. The same as SET with NX.</summary>
/// <remarks>Logged as SET.</remarks>
public readonly ref struct SetNx : ICommand<SetNx, IntegerReply>
{
    public static CommandInfo Info { get; } = new("setnx", "key value")
    {
        Arity = 3,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Fast,
        Group = CommandGroup.String,
        Keys = KeySpec.One,
        Summary = "Sets the string value of a key only when the key does not exist.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public required Value Value { get; init; }

    public static Error? Parse(ref ArgReader arguments, out SetNx command)
    {
        command = new SetNx { Key = arguments.NextKey(), Value = arguments.NextValue() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        var set = new Set { Key = Key, Value = Value, Condition = SetCondition.Absent };
        Error? error = set.Apply(context, out SetReply done);
        reply = new IntegerReply(done.Written ? 1 : 0);
        return error;
    }
}
