using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Hashes;

/// <summary>HPTTL: the milliseconds that fields have left; see <see cref="FieldExpiryQuery"/>.</summary>
public readonly ref struct HPTtl : ICommand<HPTtl, IntegersReply>
{
    public static CommandInfo Info { get; } = new("hpttl", "key FIELDS numfields field [field ...]")
    {
        Arity = -5,
        Flags = CommandFlags.ReadOnly | CommandFlags.Fast,
        Group = CommandGroup.Hash,
        Keys = KeySpec.One,
        Summary = "Returns the time to live of fields in milliseconds.",
        Complexity = "O(N) in the number of fields asked for",
    };

    public required Key Key { get; init; }

    public required ValueList Fields { get; init; }

    public static Error? Parse(ref ArgReader arguments, out HPTtl command)
    {
        Error? error = FieldList.Parse(ref arguments, out FieldList list);
        command = new HPTtl { Key = list.Key, Fields = list.Fields };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegersReply reply)
    {
        var list = new FieldList { Key = Key, Fields = Fields };
        return FieldExpiryQuery.Ask(context, list, context.NowMs, isSeconds: false, out reply);
    }
}
