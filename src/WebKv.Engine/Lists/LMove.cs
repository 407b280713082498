using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Lists;

/// <summary>LMOVE: takes an element from one end of a list and adds it at an end of another, or of the same;
/// replies it.</summary>
public readonly ref struct LMove : ICommand<LMove, BulkReply>
{
    public static CommandInfo Info { get; } = new("lmove", "source destination LEFT | RIGHT LEFT | RIGHT")
    {
        Arity = 5,
        Flags = CommandFlags.Write | CommandFlags.DenyOom,
        Group = CommandGroup.List,
        Keys = KeySpec.Two,
        Summary = "Moves an element from list to list.",
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
        bool isValid = ListMove.TrySide(ref arguments, out ListSide from)
            & ListMove.TrySide(ref arguments, out ListSide to);
        command = new LMove { Source = source, Destination = destination, From = from, To = to };
        return isValid ? null : CommonErrors.Syntax;
    }

    public void DeclareKeys(ref KeySet keys) => ListMove.Declare(ref keys, Source, Destination);

    public Error? Apply(CommandContext context, out BulkReply reply) =>
        ListMove.Apply(context, new ListMove(Source, Destination, From, To), out reply);
}
