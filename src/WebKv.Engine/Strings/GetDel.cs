using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Strings;

/// <summary>GETDEL: replies with the value of a string and deletes the key.</summary>
/// <remarks>Logged as DEL.</remarks>
public readonly ref struct GetDel : ICommand<GetDel, BulkReply>
{
    public static CommandInfo Info { get; } = new("getdel", "key")
    {
        Arity = 2,
        Flags = CommandFlags.Write | CommandFlags.Fast,
        Group = CommandGroup.String,
        Keys = KeySpec.One,
        Summary = "Returns the string value of a key and deletes the key.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public static Error? Parse(ref ArgReader arguments, out GetDel command)
    {
        command = new GetDel { Key = arguments.NextKey() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out BulkReply reply)
    {
        reply = default;
        Error? error = context.FindString(Key, out Record record);
        if (error is not null || record.IsNull)
            return error;
        reply = context.Replies.Capture(record);
        context.Remove(Key, record);
        context.LogDelete(Key);
        context.NotifyDeleted(Key);
        return null;
    }
}
