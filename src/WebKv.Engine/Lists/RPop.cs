using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.Lists;

/// <summary>RPOP: takes one element, or up to a number of them, from the tail of a list.</summary>
/// <remarks>Logged with the number of elements that were taken.</remarks>
public readonly ref struct RPop : ICommand<RPop, ListPopReply>
{
    public static CommandInfo Info { get; } = new("rpop", "key [count]")
    {
        Arity = -2,
        Flags = CommandFlags.Write | CommandFlags.Fast,
        Group = CommandGroup.List,
        Keys = KeySpec.One,
        Summary = "Removes the last elements of a list and returns them.",
        Complexity = "O(N) in the number of elements returned",
    };

    public required Key Key { get; init; }

    /// <summary>Most elements to take; null takes one, which is then the reply instead of a list.</summary>
    public long? Count { get; init; }

    public static Error? Parse(ref ArgReader arguments, out RPop command)
    {
        Key key = arguments.NextKey();
        Error? error = ListPop.ParseCount(ref arguments, Info.Name, out long? count);
        command = new RPop { Key = key, Count = count };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out ListPopReply reply) =>
        ListPop.Apply(context, Key, ListSide.Right, Count, out reply);
}
