using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Lists;

/// <summary>RPOPLPUSH: LMOVE from the tail of one list to the head of another.</summary>
public readonly ref struct RPopLPush : ICommand<RPopLPush, BulkReply>
{
    public static CommandInfo Info { get; } = new("rpoplpush", "source destination")
    {
        Arity = 3,
        Flags = CommandFlags.Write | CommandFlags.DenyOom,
        Group = CommandGroup.List,
        Keys = KeySpec.Two,
        Summary = "Moves the last element of a list to the head of another and returns it.",
        Complexity = "O(1)",
    };

    public required Key Source { get; init; }

    public required Key Destination { get; init; }

    public static Error? Parse(ref ArgReader arguments, out RPopLPush command)
    {
        command = new RPopLPush { Source = arguments.NextKey(), Destination = arguments.NextKey() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys)
    {
        keys.Add(Source);
        keys.Add(Destination);
    }

    public Error? Apply(CommandContext context, out BulkReply reply) =>
        new ElementMove(Source, Destination, ListSide.Right, ListSide.Left).Apply(context, out reply);
}
