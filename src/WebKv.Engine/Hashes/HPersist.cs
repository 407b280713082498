using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Hashes;

/// <summary>HPERSIST: takes the deadlines of fields away; per field 1, -1 where it has none, -2 where there is no
/// field.</summary>
/// <remarks>Logged as HPERSIST of the fields that had one.</remarks>
public readonly ref struct HPersist : ICommand<HPersist, IntegersReply>
{
    public static CommandInfo Info { get; } = new("hpersist", "key FIELDS numfields field [field ...]")
    {
        Arity = -5,
        Flags = CommandFlags.Write | CommandFlags.Fast,
        Group = CommandGroup.Hash,
        Keys = KeySpec.One,
        Summary = "Removes the expiry of fields.",
        Complexity = "O(N) in the number of fields asked for",
    };

    public required Key Key { get; init; }

    public required ValueList Fields { get; init; }

    public static Error? Parse(ref ArgReader arguments, out HPersist command)
    {
        Error? error = FieldList.Parse(ref arguments, out FieldList list);
        command = new HPersist { Key = list.Key, Fields = list.Fields };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegersReply reply)
    {
        reply = default;
        if (HashEditor.Peek(context, Key, out HashEditor hash) is { } error)
            return error;
        reply = ClearAll(context, Key, ref hash, Fields).Reply;
        return null;
    }

    /// <summary>Takes the deadlines away, ends the change and journals it.</summary>
    internal static FieldResults ClearAll(CommandContext context, Key key, ref HashEditor hash, ValueList fields)
    {
        var results = new FieldResults(fields.Count);
        for (int i = 0; i < fields.Count; i++)
        {
            if (!hash.View.TryGet(fields[i].Bytes, out HashField found))
            {
                results[i] = FieldResults.NoField;
                continue;
            }
            results[i] = found.DeadlineMs == 0 ? FieldResults.NoDeadline : FieldResults.Done;
            if (results[i] == FieldResults.Done)
                hash.SetDeadline(fields[i].Bytes, 0);
        }
        if (results.CountOf(FieldResults.Done) > 0)
            hash.Commit("hpersist"u8);
        FieldLog.DeadlineCleared(context, key, fields, results);
        return results;
    }
}
