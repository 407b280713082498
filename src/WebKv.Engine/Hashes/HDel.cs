using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Hashes;

/// <summary>HDEL: removes fields; replies how many there were. The hash goes with its last field.</summary>
/// <remarks>Logged as HDEL of the fields that were there.</remarks>
public readonly ref struct HDel : ICommand<HDel, IntegerReply>
{
    private const int MarksOnStackMax = 256;

    public static CommandInfo Info { get; } = new("hdel", "key field [field ...]")
    {
        Arity = -3,
        Flags = CommandFlags.Write | CommandFlags.Fast,
        Group = CommandGroup.Hash,
        Keys = KeySpec.One,
        Summary = "Removes fields of a hash.",
        Complexity = "O(N) in the number of fields removed",
    };

    public required Key Key { get; init; }

    public required ValueList Fields { get; init; }

    public static Error? Parse(ref ArgReader arguments, out HDel command)
    {
        command = new HDel { Key = arguments.NextKey(), Fields = arguments.NextValues() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        if (HashEditor.Peek(context, Key, out HashEditor hash) is { } error)
            return error;
        if (!hash.Exists)
            return null;
        reply = new IntegerReply(RemoveAll(context, Key, ref hash, Fields));
        return null;
    }

    /// <summary>Removes fields of a hash that exists, ends the change and journals it.</summary>
    internal static int RemoveAll(CommandContext context, Key key, ref HashEditor hash, ValueList fields)
    {
        int removed = 0;
        // Each field is looked for before the effect begins, since that says how many it names.
        Span<bool> isRemoved = fields.Count <= MarksOnStackMax
            ? stackalloc bool[fields.Count]
            : new bool[fields.Count];
        for (int i = 0; i < fields.Count; i++)
        {
            isRemoved[i] = hash.Remove(fields[i].Bytes);
            removed += isRemoved[i] ? 1 : 0;
        }
        if (removed == 0)
            return 0;
        hash.Commit("hdel"u8);
        if (context.BeginLog("HDEL"u8, 1 + removed))
        {
            context.LogArgument(key.Bytes);
            for (int i = 0; i < fields.Count; i++)
                if (isRemoved[i])
                    context.LogArgument(fields[i]);
        }
        return removed;
    }
}
