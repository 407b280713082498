using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Introspection;

/// <summary>DEBUG DIGEST-VALUE: the fingerprint of each key's value and expiry, whatever the key is called; all 0 for
/// a missing key.</summary>
public readonly ref struct DebugDigestValue : ICommand<DebugDigestValue, BulksReply>
{
    public static CommandInfo Info { get; } = new("debug|digest-value", "key [key ...]")
    {
        Arity = -3,
        Flags = CommandFlags.Admin | CommandFlags.ReadOnly,
        Group = CommandGroup.Server,
        Keys = new KeySpec(2, -1, 1),
        Summary = "Returns a fingerprint of the value of each key.",
        Complexity = "O(N) in the bytes of the values",
    };

    public required KeyList Keys { get; init; }

    public static Error? Parse(ref ArgReader arguments, out DebugDigestValue command)
    {
        command = new DebugDigestValue { Keys = arguments.NextKeys(arguments.Remaining) };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => Keys.Declare(ref keys);

    public Error? Apply(CommandContext context, out BulksReply reply)
    {
        reply = default;
        if (!context.Engine.Options.DebugEnabled)
            return DebugErrors.NotAllowed;
        int first = context.Replies.EntryCount;
        for (int i = 0; i < Keys.Count; i++)
            context.Replies.Append(DebugDigest.Format(DigestOf(context, Keys[i])));
        reply = new BulksReply(context.Replies, first, Keys.Count);
        return null;
    }

    private static UInt128 DigestOf(CommandContext context, Key key) =>
        context.TryPeek(key, out Record record)
            ? KeyspaceDigest.OfValue(context.Engine.ShardOf(key).Table(context.Database), record)
            : UInt128.Zero;
}
