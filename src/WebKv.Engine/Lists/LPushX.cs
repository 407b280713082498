using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Lists;

/// <summary>LPUSHX: LPUSH if the list exists; else nothing, and the reply is 0.</summary>
public readonly ref struct LPushX : ICommand<LPushX, IntegerReply>
{
    public static CommandInfo Info { get; } = new("lpushx", "key element [element ...]")
    {
        Arity = -3,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Fast,
        Group = CommandGroup.List,
        Keys = KeySpec.One,
        Summary = "Adds elements at the head of a list that exists.",
        Complexity = "O(N) in the number of elements pushed",
    };

    public required Key Key { get; init; }

    public required ValueList Elements { get; init; }

    public static Error? Parse(ref ArgReader arguments, out LPushX command)
    {
        command = new LPushX { Key = arguments.NextKey(), Elements = arguments.NextValues() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply) =>
        ListPush.Apply(context, Key, Elements, ListSide.Left, onlyIfExists: true, out reply);
}
