using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.Hashes;

/// <summary>Sets fields: what HSET, HSETNX, HMSET and HSETEX share.</summary>
internal static class FieldWrite
{
    /// <summary>Sets all fields without deadlines; gives the number of new ones. Journalled as HSET.</summary>
    public static Error? Set(CommandContext context, Key key, FieldPairs pairs, out long added)
    {
        added = 0;
        if (pairs.HasTooLong())
            return CommonErrors.StringTooLong;
        if (HashEditor.Peek(context, key, out HashEditor hash) is { } error)
            return error;
        for (int i = 0; i < pairs.Count; i++)
            added += hash.Set(pairs.Field(i), pairs.Value(i).Bytes) ? 1 : 0;
        hash.Commit("hset"u8);
        if (context.BeginLog("HSET"u8, 1 + pairs.Count * 2))
        {
            context.LogArgument(key.Bytes);
            pairs.Log(context);
        }
        return null;
    }

    /// <summary>Sets one field to what a computation has given; the deadline that it has stays. Journalled as what is
    /// there afterwards.</summary>
    public static void SetComputed(
        CommandContext context, Key key, ref HashEditor hash, scoped in ComputedField field)
    {
        hash.Set(field.Field, field.Value, field.DeadlineMs);
        hash.Commit(field.EventName);
        int more = field.DeadlineMs == 0 ? 0 : 4;
        if (!context.BeginLog(more == 0 ? "HSET"u8 : "HSETEX"u8, 3 + more))
            return;
        context.LogArgument(key.Bytes);
        if (more > 0)
        {
            context.LogArgument("PXAT"u8);
            context.LogArgument(field.DeadlineMs);
            context.LogArgument("FIELDS"u8);
            context.LogArgument(1);
        }
        context.LogArgument(field.Field);
        context.LogArgument(field.Value);
    }

    public readonly ref struct ComputedField
    {
        public required ReadOnlySpan<byte> Field { get; init; }

        public required ReadOnlySpan<byte> Value { get; init; }

        public required long DeadlineMs { get; init; }

        public required ReadOnlySpan<byte> EventName { get; init; }
    }
}
