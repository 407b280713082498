using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Strings;

/// <summary>MSET: sets several keys at once; of a key that comes twice, the last value stays.</summary>
/// <remarks>Logged as a SET per pair; the pairs are one unit of the journal, so nobody sees half of them.</remarks>
public readonly ref struct MSet : ICommand<MSet, OkReply>
{
    public static CommandInfo Info { get; } = new("mset", "key value [key value ...]")
    {
        Arity = -3,
        Flags = CommandFlags.Write | CommandFlags.DenyOom,
        Group = CommandGroup.String,
        Keys = KeySpec.EveryOther,
        Summary = "Sets the string values of several keys atomically.",
        Complexity = "O(N) in the number of keys",
    };

    /// <summary>The keys, each followed by its value.</summary>
    public required KeyList Pairs { get; init; }

    public static Error? Parse(ref ArgReader arguments, out MSet command)
    {
        Error? error = ParsePairs(ref arguments, Info, out KeyList pairs);
        command = new MSet { Pairs = pairs };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => Pairs.Declare(ref keys);

    public Error? Apply(CommandContext context, out OkReply reply)
    {
        reply = default;
        if (HasTooLong(Pairs))
            return CommonErrors.StringTooLong;
        SetAll(context, Pairs);
        return null;
    }

    internal static Error? ParsePairs(ref ArgReader arguments, CommandInfo command, out KeyList pairs)
    {
        pairs = arguments.NextKeys(arguments.Remaining / 2, step: 2);
        return arguments.HasNext ? CommonErrors.WrongArity(command.Name) : null;
    }

    internal static bool HasTooLong(KeyList pairs)
    {
        for (int i = 0; i < pairs.Count; i++)
            if (pairs.ValueAfter(i).Length > Values.LengthMax)
                return true;
        return false;
    }

    internal static void SetAll(CommandContext context, KeyList pairs)
    {
        for (int i = 0; i < pairs.Count; i++)
        {
            Key key = pairs[i];
            Value value = pairs.ValueAfter(i);
            context.TryPeek(key, out Record record);
            context.SetString(key, record, value, expiryMs: 0);
            context.Notify(KeyspaceEvents.String, "set"u8, key);
            Set.LogSet(context, key, value, keepsExpiry: false, expiryMs: 0);
        }
    }
}
