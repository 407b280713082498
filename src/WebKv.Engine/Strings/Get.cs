using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Strings;

/// <summary>GET: the value of a string, or nothing.</summary>
public readonly ref struct Get : ICommand<Get, BulkReply>
{
    public static CommandInfo Info { get; } = new("get", "key")
    {
        Arity = 2,
        Flags = CommandFlags.ReadOnly | CommandFlags.Fast,
        Group = CommandGroup.String,
        Keys = KeySpec.One,
        Summary = "Returns the string value of a key.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public static Error? Parse(ref ArgReader arguments, out Get command)
    {
        command = new Get { Key = arguments.NextKey() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out BulkReply reply)
    {
        Error? error = context.FindString(Key, out Record record);
        reply = error is not null || record.IsNull ? default : context.Replies.Capture(record);
        return error;
    }
}
