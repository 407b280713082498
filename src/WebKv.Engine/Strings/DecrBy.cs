using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Strings;

/// <summary>DECRBY: the negated delta of an <see cref="IncrBy"/>.</summary>
/// <remarks>Logged as INCRBY. The smallest integer has no negation, so it is refused.</remarks>
public readonly ref struct DecrBy : ICommand<DecrBy, IntegerReply>
{
    public static CommandInfo Info { get; } = new("decrby", "key decrement")
    {
        Arity = 3,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Fast,
        Group = CommandGroup.String,
        Keys = KeySpec.One,
        Summary = "Subtracts an integer from the integer value of a key; a missing key counts as 0.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    /// <summary>What is subtracted.</summary>
    public required long Decrement { get; init; }

    public static Error? Parse(ref ArgReader arguments, out DecrBy command)
    {
        Key key = arguments.NextKey();
        Error? error = arguments.NextInteger(out long decrement);
        command = new DecrBy { Key = key, Decrement = decrement };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        return Decrement == long.MinValue
            ? CommonErrors.DecrementOverflow
            : new IncrBy { Key = Key, Delta = -Decrement }.Apply(context, out reply);
    }
}
