using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.Strings;
using WebKv.Memory;

namespace WebKv.Server.Grpc.Strings;

/// <summary>SET on a condition that its command line has no words for. A failed one is a reply, as with NX and XX.
/// </summary>
internal readonly ref struct SetIf : IOperation<SetReply>
{
    public static CommandInfo Info => Set.Info;

    public required Set Set { get; init; }

    public required Precondition Precondition { get; init; }

    public void DeclareKeys(ref KeySet keys) => Set.DeclareKeys(ref keys);

    public Error? Apply(CommandContext context, out SetReply reply)
    {
        if (context.Holds(Precondition))
            return Set.Apply(context, out reply);
        reply = default;
        bool exists = context.TryPeek(Set.Key, out Record record);
        if (Set.ReturnOld && exists && record.Type != RecordType.String)
            return CommonErrors.WrongType;
        BulkReply old = Set.ReturnOld && exists ? context.Replies.Capture(record) : default;
        reply = new SetReply(written: false, !exists, Set.ReturnOld, old);
        return null;
    }
}
