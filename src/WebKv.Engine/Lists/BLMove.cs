using WebKv.Engine.Blocking;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Lists;

/// <summary>BLMOVE: moves an element from list to list, or waits for one.</summary>
public readonly ref struct BLMove : ICommand<BLMove, BulkReply>
{
    public static CommandInfo Info { get; } = new("blmove", "source destination LEFT | RIGHT LEFT | RIGHT timeout")
    {
        Arity = 6,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Blocking,
        Group = CommandGroup.List,
        Keys = KeySpec.Two,
        Summary = "Moves an element from list to list, or waits for one.",
        Complexity = "O(1)",
    };

    public required Key Source { get; init; }

    public required Key Destination { get; init; }

    public required ListSide From { get; init; }

    public required ListSide To { get; init; }

    /// <summary>Milliseconds; 0 for ever.</summary>
    public required long TimeoutMs { get; init; }

    /// <summary>The source alone, as what is waited for.</summary>
    public required KeyList Waited { get; init; }

    public static Error? Parse(ref ArgReader arguments, out BLMove command)
    {
        Key source = arguments.NextKey();
        int sourceAt = arguments.Position - 1;
        Key destination = arguments.NextKey();
        bool isValid = ListMove.TrySide(ref arguments, out ListSide from)
            & ListMove.TrySide(ref arguments, out ListSide to);
        long timeoutMs = 0;
        Error? error = isValid ? WaitTimeout.Parse(arguments.Next(), out timeoutMs) : CommonErrors.Syntax;
        command = new BLMove
        {
            Source = source,
            Destination = destination,
            From = from,
            To = to,
            TimeoutMs = timeoutMs,
            Waited = new KeyList(arguments.Line, sourceAt, 1),
        };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => ListMove.Declare(ref keys, Source, Destination);

    public Error? Apply(CommandContext context, out BulkReply reply) =>
        ListMove.ApplyOrWait(
            context, new ListMove(Source, Destination, From, To), Waited, TimeoutMs, out reply);
}
