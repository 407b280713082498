using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Hashes;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Server.Rest.Hashes;

/// <summary>HSETEX and HDEL of one hash in one step; nothing is removed if the condition of the first does not hold.
/// </summary>
internal readonly ref struct PatchHash : IOperation<PatchHashReply>
{
    public static CommandInfo Info => HSetEx.Info;

    public required HSetEx Set { get; init; }

    public required HDel Remove { get; init; }

    public void DeclareKeys(ref KeySet keys) => Set.DeclareKeys(ref keys);

    public Error? Apply(CommandContext context, out PatchHashReply reply)
    {
        reply = default;
        var set = new FieldsSetReply(isSet: true, added: 0);
        // Either both fail, for the type of the key, or only the first can, before it has changed anything.
        if (Set.Pairs.Count > 0 && Set.Apply(context, out set) is { } error)
            return error;
        IntegerReply removed = default;
        if (set.IsSet && Remove.Fields.Count > 0 && Remove.Apply(context, out removed) is { } failure)
            return failure;
        reply = new PatchHashReply(set.IsSet, set.Added, removed.Value);
        return null;
    }
}
