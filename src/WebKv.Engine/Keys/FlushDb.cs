using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Keys;

/// <summary>FLUSHDB: removes all keys of the database.</summary>
/// <remarks>Logged as itself even if there was nothing to remove.</remarks>
public readonly ref struct FlushDb : ICommand<FlushDb, OkReply>
{
    public static CommandInfo Info { get; } = new("flushdb", "[ASYNC | SYNC]")
    {
        Arity = -1,
        Flags = CommandFlags.Write | CommandFlags.AllKeys,
        Group = CommandGroup.Server,
        Summary = "Removes all keys of the database.",
        Complexity = "O(1); the memory is freed afterwards in O(N)",
    };

    /// <summary>SYNC: reply when the memory is free.</summary>
    public bool Waits { get; init; }

    public static Error? Parse(ref ArgReader arguments, out FlushDb command)
    {
        Error? error = DatabaseFlush.ParseMode(ref arguments, out bool waits);
        command = new FlushDb { Waits = waits };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.AddAll();

    public Error? Apply(CommandContext context, out OkReply reply)
    {
        reply = default;
        DatabaseFlush.Detach(context, context.Database);
        context.FreesBeforeReply |= Waits;
        context.Log("FLUSHDB"u8);
        return null;
    }
}
