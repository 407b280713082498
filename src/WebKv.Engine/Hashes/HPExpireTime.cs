using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Hashes;

/// <summary>HPEXPIRETIME: when fields expire, in Unix milliseconds; see <see cref="FieldExpiryQuery"/>.</summary>
public readonly ref struct HPExpireTime : ICommand<HPExpireTime, IntegersReply>
{
    public static CommandInfo Info { get; } = new("hpexpiretime", "key FIELDS numfields field [field ...]")
    {
        Arity = -5,
        Flags = CommandFlags.ReadOnly | CommandFlags.Fast,
        Group = CommandGroup.Hash,
        Keys = KeySpec.One,
        Summary = "Returns when fields expire, in Unix milliseconds.",
        Complexity = "O(N) in the number of fields asked for",
    };

    public required Key Key { get; init; }

    public required ValueList Fields { get; init; }

    public static Error? Parse(ref ArgReader arguments, out HPExpireTime command)
    {
        Error? error = FieldList.Parse(ref arguments, out FieldList list);
        command = new HPExpireTime { Key = list.Key, Fields = list.Fields };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegersReply reply)
    {
        var list = new FieldList { Key = Key, Fields = Fields };
        return FieldExpiryQuery.Ask(context, list, baseMs: 0, isSeconds: false, out reply);
    }
}
