using WebKv.Engine.Blocking;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Lists;

/// <summary>BRPOPLPUSH: moves the last element of a list to the head of another, or waits for one.</summary>
public readonly ref struct BRPopLPush : ICommand<BRPopLPush, BulkReply>
{
    public static CommandInfo Info { get; } = new("brpoplpush", "source destination timeout")
    {
        Arity = 4,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Blocking,
        Group = CommandGroup.List,
        Keys = KeySpec.Two,
        Summary = "Moves the last element of a list to the head of another, or waits for one.",
        Complexity = "O(1)",
    };

    public required Key Source { get; init; }

    public required Key Destination { get; init; }

    /// <summary>Milliseconds; 0 for ever.</summary>
    public required long TimeoutMs { get; init; }

    /// <summary>The source alone, as what is waited for.</summary>
    public required KeyList Waited { get; init; }

    public static Error? Parse(ref ArgReader arguments, out BRPopLPush command)
    {
        Key source = arguments.NextKey();
        int sourceAt = arguments.Position - 1;
        Key destination = arguments.NextKey();
        Error? error = WaitTimeout.Parse(arguments.Next(), out long timeoutMs);
        command = new BRPopLPush
        {
            Source = source,
            Destination = destination,
            TimeoutMs = timeoutMs,
            Waited = new KeyList(arguments.Line, sourceAt, 1),
        };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => ListMove.Declare(ref keys, Source, Destination);

    public Error? Apply(CommandContext context, out BulkReply reply) =>
        ListMove.ApplyOrWait(
            context, new ListMove(Source, Destination, ListSide.Right, ListSide.Left), Waited, TimeoutMs, out reply);
}
