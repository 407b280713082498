using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Strings;

/// <summary>GETSET: sets a value and replies with the old one. The same as SET with GET; takes the expiry away.
/// </summary>
/// <remarks>Logged as SET.</remarks>
public readonly ref struct GetSet : ICommand<GetSet, BulkReply>
{
    public static CommandInfo Info { get; } = new("getset", "key value")
    {
        Arity = 3,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Fast,
        Group = CommandGroup.String,
        Keys = KeySpec.One,
        Summary = "Sets the string value of a key and returns its old value.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public required Value Value { get; init; }

    public static Error? Parse(ref ArgReader arguments, out GetSet command)
    {
        command = new GetSet { Key = arguments.NextKey(), Value = arguments.NextValue() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out BulkReply reply)
    {
        var set = new Set { Key = Key, Value = Value, ReturnOld = true };
        Error? error = set.Apply(context, out SetReply done);
        reply = done.Old;
        return error;
    }
}
