using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Hashes;

/// <summary>HMGET: the values of several fields in the order asked for, nothing where there is no field.</summary>
public readonly ref struct HMGet : ICommand<HMGet, BulksReply>
{
    public static CommandInfo Info { get; } = new("hmget", "key field [field ...]")
    {
        Arity = -3,
        Flags = CommandFlags.ReadOnly | CommandFlags.Fast,
        Group = CommandGroup.Hash,
        Keys = KeySpec.One,
        Summary = "Returns the values of several fields of a hash.",
        Complexity = "O(N) in the number of fields asked for",
    };

    public required Key Key { get; init; }

    public required ValueList Fields { get; init; }

    public static Error? Parse(ref ArgReader arguments, out HMGet command)
    {
        command = new HMGet { Key = arguments.NextKey(), Fields = arguments.NextValues() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out BulksReply reply)
    {
        reply = default;
        if (HashView.Find(context, Key, out HashView hash) is { } error)
            return error;
        reply = ReadAll(context, hash, Fields);
        return null;
    }

    internal static BulksReply ReadAll(CommandContext context, HashView hash, ValueList fields)
    {
        int first = context.Replies.EntryCount;
        for (int i = 0; i < fields.Count; i++)
        {
            if (hash.TryGet(fields[i].Bytes, out HashField found))
                context.Replies.Append(found.Value);
            else
                context.Replies.AppendNull();
        }
        return new BulksReply(context.Replies, first, fields.Count);
    }
}
