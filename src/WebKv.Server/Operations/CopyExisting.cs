using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keys;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Server.Operations;

/// <summary>COPY that tells a missing source from a destination that exists; the command replies 0 to both.</summary>
internal readonly ref struct CopyExisting : IOperation<IntegerReply>
{
    public static CommandInfo Info => Copy.Info;

    public required Copy Copy { get; init; }

    public void DeclareKeys(ref KeySet keys) => Copy.DeclareKeys(ref keys);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        bool exists = context.TryPeek(Copy.Source, out _);
        if (Copy.Apply(context, out reply) is { } error)
            return error;
        if (!exists)
            return CommonErrors.NoSuchKey;
        return reply.Value == 0 ? KeyErrors.TargetExists : null;
    }
}
