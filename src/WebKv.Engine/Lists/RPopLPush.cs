using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Lists;

/// <summary>RPOPLPUSH: takes the last element of a list and adds it at the head of another, or of the same;
/// replies it.</summary>
public readonly ref struct RPopLPush : ICommand<RPopLPush, BulkReply>
{
    public static CommandInfo Info { get; } = new("rpoplpush", "source destination")
    {
        Arity = 3,
        Flags = CommandFlags.Write | CommandFlags.DenyOom,
        Group = CommandGroup.List,
        Keys = KeySpec.Two,
        Summary = "Moves the last element of a list to the head of another.",
        Complexity = "O(1)",
    };

    public required Key Source { get; init; }

    public required Key Destination { get; init; }

    public static Error? Parse(ref ArgReader arguments, out RPopLPush command)
    {
        command = new RPopLPush { Source = arguments.NextKey(), Destination = arguments.NextKey() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => ListMove.Declare(ref keys, Source, Destination);

    public Error? Apply(CommandContext context, out BulkReply reply) =>
        ListMove.Apply(context, new ListMove(Source, Destination, ListSide.Right, ListSide.Left), out reply);
}
