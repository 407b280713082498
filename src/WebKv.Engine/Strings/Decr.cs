using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Strings;

/// <summary>DECR: -1 as the delta of an <see cref="IncrBy"/>.</summary>
/// <remarks>Logged as INCRBY.</remarks>
public readonly ref struct Decr : ICommand<Decr, IntegerReply>
{
    public static CommandInfo Info { get; } = new("decr", "key")
    {
        Arity = 2,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Fast,
        Group = CommandGroup.String,
        Keys = KeySpec.One,
        Summary = "Subtracts 1 from the integer value of a key; a missing key counts as 0.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public static Error? Parse(ref ArgReader arguments, out Decr command)
    {
        command = new Decr { Key = arguments.NextKey() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply) =>
        new IncrBy { Key = Key, Delta = -1 }.Apply(context, out reply);
}
