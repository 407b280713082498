using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Hashes;

/// <summary>HGETDEL: the values of several fields, which are removed.</summary>
/// <remarks>Logged as HDEL of the fields that were there.</remarks>
public readonly ref struct HGetDel : ICommand<HGetDel, BulksReply>
{
    public static CommandInfo Info { get; } = new("hgetdel", "key FIELDS numfields field [field ...]")
    {
        Arity = -5,
        Flags = CommandFlags.Write | CommandFlags.Fast,
        Group = CommandGroup.Hash,
        Keys = KeySpec.One,
        Summary = "Returns the values of fields and removes the fields.",
        Complexity = "O(N) in the number of fields asked for",
    };

    public required Key Key { get; init; }

    public required ValueList Fields { get; init; }

    public static Error? Parse(ref ArgReader arguments, out HGetDel command)
    {
        Error? error = FieldList.Parse(ref arguments, out FieldList list);
        command = new HGetDel { Key = list.Key, Fields = list.Fields };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out BulksReply reply)
    {
        reply = default;
        if (HashView.Find(context, Key, out _) is { } error)
            return error;
        HashEditor.Peek(context, Key, out HashEditor hash);
        reply = HMGet.ReadAll(context, hash.View, Fields);
        if (hash.Exists)
            HDel.RemoveAll(context, Key, ref hash, Fields);
        return null;
    }
}
