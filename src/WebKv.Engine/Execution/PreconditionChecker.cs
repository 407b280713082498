using WebKv.Engine.Errors;
using WebKv.Engine.Keyspace;
using WebKv.Memory;

namespace WebKv.Engine.Execution;

/// <summary>Evaluates the preconditions of a unit under its locks.</summary>
internal static class PreconditionChecker
{
    /// <summary>
    /// Adds the preconditions' keys to those to be locked, and hashes big values ahead, so that it is not done
    /// under the lock.
    /// </summary>
    public static void Declare(CommandContext context, ref KeySet keys)
    {
        foreach (Precondition precondition in context.Preconditions)
        {
            keys.Add(Key.Of(precondition.Key));
            Prepare(context, precondition);
        }
    }

    public static void Prepare(CommandContext context, Precondition precondition)
    {
        if (precondition.Etags is not null)
            HashAhead(context, Key.Of(precondition.Key));
    }

    public static Error? Check(CommandContext context)
    {
        if (context.Preconditions.Count == 0)
            return null;
        context.FailedPreconditions.Clear();
        for (int i = 0; i < context.Preconditions.Count; i++)
            if (!Holds(context, context.Preconditions[i]))
                context.FailedPreconditions.Add(i);
        return context.FailedPreconditions.Count == 0 ? null : CommonErrors.PreconditionFailed;
    }

    public static bool Holds(CommandContext context, Precondition precondition)
    {
        Key key = Key.Of(precondition.Key);
        bool exists = context.TryPeek(key, out Record record);
        return precondition.Kind switch
        {
            PreconditionKind.Exists => exists,
            PreconditionKind.Absent => !exists,
            PreconditionKind.EtagIn => exists && precondition.Etags!.Contains(context.EtagOf(key, record)),
            PreconditionKind.EtagNotIn => !exists || !precondition.Etags!.Contains(context.EtagOf(key, record)),
            PreconditionKind.ContentEquals => exists && HasContent(record, precondition),
            PreconditionKind.ContentDiffers => !exists || !HasContent(record, precondition),
            _ => throw new InvalidOperationException($"unknown precondition {precondition.Kind}"),
        };
    }

    private static bool HasContent(Record record, Precondition precondition) =>
        record.Type == RecordType.String && record.Bytes.SequenceEqual(precondition.Content);

    // The value may change before the locks are taken; then its hash is computed under them, which is rare.
    private static void HashAhead(CommandContext context, Key key)
    {
        Blob blob = default;
        Shard shard = context.Engine.ShardOf(key);
        shard.Enter();
        if (shard.TableOrNull(context.Database) is { } table && table.TryFind(key.Bytes, key.Hash, out Record record))
        {
            blob = record.Blob;
            if (!blob.IsNull)
                blob.Retain();
        }
        shard.Exit();
        if (blob.IsNull)
            return;
        ContentHash.Of(blob);
        blob.Release();
    }
}
