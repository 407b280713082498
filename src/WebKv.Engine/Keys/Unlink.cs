using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Keys;

/// <summary>UNLINK: DEL by another name.</summary>
/// <remarks>Redis has it because there a DEL of something big stops everybody. Here neither does: what is big is a
/// blob, and that is freed after the locks. Logged as DEL.</remarks>
public readonly ref struct Unlink : ICommand<Unlink, IntegerReply>
{
    public static CommandInfo Info { get; } = new("unlink", "key [key ...]")
    {
        Arity = -2,
        Flags = CommandFlags.Write | CommandFlags.Fast,
        Group = CommandGroup.Generic,
        Keys = KeySpec.All,
        Summary = "Deletes keys without waiting for their memory.",
        Complexity = "O(N) in the number of keys",
    };

    public required KeyList Keys { get; init; }

    public static Error? Parse(ref ArgReader arguments, out Unlink command)
    {
        command = new Unlink { Keys = arguments.NextKeys(arguments.Remaining) };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => Keys.Declare(ref keys);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = new IntegerReply(Del.RemoveAll(context, Keys));
        return null;
    }
}
