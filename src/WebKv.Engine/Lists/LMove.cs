using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Lists;

/// <summary>LMOVE: takes an element from a side of one list and adds it at a side of another, which may be the same
/// one.</summary>
public readonly ref struct LMove : ICommand<LMove, BulkReply>
{
    public static CommandInfo Info { get; } = new("lmove", "source destination LEFT | RIGHT LEFT | RIGHT")
    {
        Arity = 5,
        Flags = CommandFlags.Write | CommandFlags.DenyOom,
        Group = CommandGroup.List,
        Keys = KeySpec.Two,
        Summary = "Moves an element from one list to another and returns it.",
        Complexity = "O(1)",
    };

    public required Key Source { get; init; }

    public required Key Destination { get; init; }

    public required ListSide From { get; init; }

    public required ListSide To { get; init; }

    public static Error? Parse(ref ArgReader arguments, out LMove command)
    {
        Key source = arguments.NextKey();
        Key destination = arguments.NextKey();
        ListSide to = default;
        Error? error = ListArguments.NextSide(ref arguments, out ListSide from)
            ?? ListArguments.NextSide(ref arguments, out to);
        command = new LMove { Source = source, Destination = destination, From = from, To = to };
        return error;
    }

    public void DeclareKeys(ref KeySet keys)
    {
        keys.Add(Source);
        keys.Add(Destination);
    }

    public Error? Apply(CommandContext context, out BulkReply reply) =>
        new ElementMove(Source, Destination, From, To).Apply(context, out reply);
}
