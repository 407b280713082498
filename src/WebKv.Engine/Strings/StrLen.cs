using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Strings;

/// <summary>STRLEN: the length of a string in bytes, 0 for a missing key.</summary>
public readonly ref struct StrLen : ICommand<StrLen, IntegerReply>
{
    public static CommandInfo Info { get; } = new("strlen", "key")
    {
        Arity = 2,
        Flags = CommandFlags.ReadOnly | CommandFlags.Fast,
        Group = CommandGroup.String,
        Keys = KeySpec.One,
        Summary = "Returns the length of the string value of a key in bytes.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public static Error? Parse(ref ArgReader arguments, out StrLen command)
    {
        command = new StrLen { Key = arguments.NextKey() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        Error? error = context.FindString(Key, out Record record);
        reply = new IntegerReply(error is not null || record.IsNull ? 0 : record.Bytes.Length);
        return error;
    }
}
