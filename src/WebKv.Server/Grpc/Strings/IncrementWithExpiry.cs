using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Engine.Strings;
using WebKv.Memory;

namespace WebKv.Server.Grpc.Strings;

/// <summary>INCRBY that also sets the expiry, in one step; without one it is INCRBY.</summary>
/// <remarks>Journalled as INCRBY and, for an expiry, PEXPIREAT.</remarks>
internal readonly ref struct IncrementWithExpiry : IOperation<IntegerReply>
{
    public static CommandInfo Info => IncrBy.Info;

    public required IncrBy Increment { get; init; }

    /// <summary>Unset or "keep the old one" leaves the expiry alone.</summary>
    public required Expiry Expiry { get; init; }

    public void DeclareKeys(ref KeySet keys) => Increment.DeclareKeys(ref keys);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        if (!Expiry.TryResolve(context.NowMs, out long expiryMs))
            return CommonErrors.InvalidExpireTime(Info.Name);
        if (Increment.Apply(context, out reply) is { } error)
            return error;
        if (expiryMs != 0 && context.TryPeek(Increment.Key, out Record record))
            SetExpiry(context, record, expiryMs);
        return null;
    }

    private void SetExpiry(CommandContext context, Record record, long expiryMs)
    {
        context.SetExpiry(Increment.Key, record, expiryMs);
        context.Notify(KeyspaceEvents.Generic, "expire"u8, Increment.Key);
        if (!context.BeginLog("PEXPIREAT"u8, 2))
            return;
        context.LogArgument(Increment.Key.Bytes);
        context.LogArgument(expiryMs);
    }
}
