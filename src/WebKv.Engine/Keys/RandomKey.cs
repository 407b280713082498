using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Keys;

/// <summary>RANDOMKEY: a key of the database, each with the same probability; nothing if there is none.</summary>
/// <remarks>
/// A shard is drawn in proportion to its keys; in its table, bucket and place in the chain are drawn evenly until
/// there is a key. An expired key is removed and the draw repeated: that ends, because each removal leaves one less.
/// </remarks>
public readonly ref struct RandomKey : ICommand<RandomKey, BulkReply>
{
    // No chain is this long: at the fullest, chains hold 11 on average, and 64 has a probability below 1e-26.
    private const int ChainMax = 64;

    public static CommandInfo Info { get; } = new("randomkey", "")
    {
        Arity = 1,
        Flags = CommandFlags.ReadOnly | CommandFlags.AllKeys,
        Group = CommandGroup.Generic,
        Summary = "Returns a random key of the database.",
        Complexity = "O(1)",
    };

    public static Error? Parse(ref ArgReader arguments, out RandomKey command)
    {
        command = default;
        return null;
    }

    public void DeclareKeys(ref KeySet keys)
    {
    }

    public Error? Apply(CommandContext context, out BulkReply reply)
    {
        reply = default;
        var expired = new ExpiredKeys();
        while (reply.IsNull && context.Engine.CountKeys(context.Database) is > 0 and long count)
            Draw(context, Random.Shared.NextInt64(count), expired, out reply);
        return null;
    }

    // The count was read without locks: if keys have gone meanwhile, the rank may belong to no shard.
    private static void Draw(CommandContext context, long rank, ExpiredKeys expired, out BulkReply reply)
    {
        reply = default;
        foreach (Shard shard in context.Engine.Shards)
        {
            long count = shard.TableOrNull(context.Database)?.Count ?? 0;
            if (rank < count)
            {
                DrawFrom(context, shard, expired, out reply);
                return;
            }
            rank -= count;
        }
    }

    private static void DrawFrom(CommandContext context, Shard shard, ExpiredKeys expired, out BulkReply reply)
    {
        reply = default;
        using var slice = new ShardSlice(context, shard);
        if (shard.TableOrNull(context.Database) is not { Count: > 0 } table)
            return;
        Record record;
        while (!table.TryGetRandom(Random.Shared.Next(table.Buckets), Random.Shared.Next(ChainMax), out record))
        {
        }
        if (!context.IsExpired(record))
        {
            reply = new BulkReply(context.Replies.Copy(record.Key));
            return;
        }
        expired.Add(record);
        expired.RemoveAll(context);
    }
}
