using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Strings;

/// <summary>MSETNX: sets several keys if none of them exists; replies 1 if it did, else nothing was changed.
/// </summary>
/// <remarks>Logged as a SET per pair.</remarks>
public readonly ref struct MSetNx : ICommand<MSetNx, IntegerReply>
{
    public static CommandInfo Info { get; } = new("msetnx", "key value [key value ...]")
    {
        Arity = -3,
        Flags = CommandFlags.Write | CommandFlags.DenyOom,
        Group = CommandGroup.String,
        Keys = KeySpec.EveryOther,
        Summary = "Sets the string values of several keys atomically, only when none of them exists.",
        Complexity = "O(N) in the number of keys",
    };

    /// <summary>The keys, each followed by its value.</summary>
    public required KeyList Pairs { get; init; }

    public static Error? Parse(ref ArgReader arguments, out MSetNx command)
    {
        Error? error = MSet.ParsePairs(ref arguments, Info, out KeyList pairs);
        command = new MSetNx { Pairs = pairs };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => Pairs.Declare(ref keys);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        if (MSet.HasTooLong(Pairs))
            return CommonErrors.StringTooLong;
        for (int i = 0; i < Pairs.Count; i++)
            if (context.TryPeek(Pairs[i], out _))
                return null;
        MSet.SetAll(context, Pairs);
        reply = new IntegerReply(1);
        return null;
    }
}
