using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Keys;

/// <summary>FLUSHALL: removes all keys of all databases.</summary>
/// <remarks>Logged as itself even if there was nothing to remove.</remarks>
public readonly ref struct FlushAll : ICommand<FlushAll, OkReply>
{
    public static CommandInfo Info { get; } = new("flushall", "[ASYNC | SYNC]")
    {
        Arity = -1,
        Flags = CommandFlags.Write | CommandFlags.AllKeys,
        Group = CommandGroup.Server,
        Summary = "Removes all keys of all databases.",
        Complexity = "O(1); the memory is freed afterwards in O(N)",
    };

    /// <summary>SYNC: reply when the memory is free.</summary>
    public bool Waits { get; init; }

    public static Error? Parse(ref ArgReader arguments, out FlushAll command)
    {
        Error? error = DatabaseFlush.ParseMode(ref arguments, out bool waits);
        command = new FlushAll { Waits = waits };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.AddAll();

    public Error? Apply(CommandContext context, out OkReply reply)
    {
        reply = default;
        for (int database = 0; database < context.Engine.Options.Databases; database++)
            DatabaseFlush.Detach(context, database);
        context.FreesBeforeReply |= Waits;
        context.Log("FLUSHALL"u8);
        return null;
    }
}
