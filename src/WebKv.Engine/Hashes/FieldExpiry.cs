using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Hashes;

/// <summary>
/// Takes out of a hash the fields whose deadline has passed: whenever the key is looked up, and by the sweeper.
/// </summary>
/// <remarks>
/// The idea: a key that is found holds no field that is due, so no command has to ask, ETags are right, and a hash
/// whose last field expired is a key that does not exist. A packed hash is cleared at once. A table is cleared of
/// <see cref="FieldsPerLookup"/> fields, earliest first, some ten microseconds: a million fields with one deadline
/// stop nobody; <see cref="HashView"/> hides those that are left. Journalled as HDEL, ahead of whatever the command
/// that met the key journals. Nothing expires during a replay: the journal has the HDEL at its own place.
/// </remarks>
internal static class FieldExpiry
{
    /// <summary>Fields of a table that one lookup takes out at most.</summary>
    public const int FieldsPerLookup = 128;

    /// <summary>The latest deadline of a field, Unix milliseconds; the limit of Redis.</summary>
    public const long DeadlineMaxMs = (1L << 46) - 1;

    /// <summary>Whether a record that has timed elements has a field that is due.</summary>
    public static bool HasDue(RecordTable table, Record record, long nowMs)
    {
        if (record.Encoding == RecordEncoding.Collection)
            return ((FieldTable)table.CollectionOf(record)).EarliestMs < nowMs;
        long earliestMs = new PackedFields(record).EarliestMs;
        return earliestMs != 0 && earliestMs < nowMs;
    }

    /// <summary>Takes out what is due of a live hash; false, and a null record, if the key went with it.</summary>
    public static bool RemoveDue(CommandContext context, Key key, ref Record record) =>
        !HasDue(context.Collections.TableOf(key), record, context.NowMs)
        || Remove(context, key, ref record, FieldsPerLookup);

    /// <summary>Takes out all that is due of a live hash, however much it is.</summary>
    public static void RemoveAllDue(CommandContext context, Key key, ref Record record)
    {
        if (!context.IsReplay && HasDue(context.Collections.TableOf(key), record, context.NowMs))
            Remove(context, key, ref record, int.MaxValue);
    }

    private static bool Remove(CommandContext context, Key key, ref Record record, int countMax)
    {
        var hash = new HashEditor(context, key, record);
        // What is noted as the earliest deadline may be that of a field that is gone: then nothing is due.
        int removed = record.Encoding == RecordEncoding.Collection
            ? RemoveFromTable(context, key, context.Collections.Of<FieldTable>(key, record), countMax)
            : RemoveFromPacked(context, key, ref hash);
        context.Engine.ShardOf(key).ExpiredFields += removed;
        if (removed > 0)
            hash.Commit("hexpired"u8);
        else
            hash.NoteTimed();
        record = hash.Record;
        return !record.IsNull;
    }

    private static int RemoveFromPacked(CommandContext context, Key key, ref HashEditor hash)
    {
        int due = 0;
        var fields = new PackedFields(hash.Record);
        for (int position = fields.First; fields.TryRead(ref position, out HashField field);)
            due += IsDue(field, context.NowMs) ? 1 : 0;
        if (due > 0 && context.BeginLog("HDEL"u8, 1 + due))
        {
            context.LogArgument(key.Bytes);
            for (int position = fields.First; fields.TryRead(ref position, out HashField field);)
                if (IsDue(field, context.NowMs))
                    context.LogArgument(field.Field);
        }
        hash.RemoveDue(context.NowMs);
        return due;
    }

    private static int RemoveFromTable(CommandContext context, Key key, FieldTable table, int countMax)
    {
        int removed = 0;
        for (; removed < countMax && table.EarliestMs < context.NowMs; removed++)
        {
            if (context.BeginLog("HDEL"u8, 2))
            {
                context.LogArgument(key.Bytes);
                context.LogArgument(table.Earliest.Field);
            }
            table.RemoveEarliest();
        }
        return removed;
    }

    private static bool IsDue(HashField field, long nowMs) => field.DeadlineMs != 0 && field.DeadlineMs < nowMs;
}
