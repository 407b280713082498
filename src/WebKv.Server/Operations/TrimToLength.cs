using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Lists;
using WebKv.Engine.Replies;

namespace WebKv.Server.Operations;

/// <summary>LTRIM that tells how many elements are left.</summary>
internal readonly ref struct TrimToLength : IOperation<IntegerReply>
{
    public static CommandInfo Info => LTrim.Info;

    public required LTrim Trim { get; init; }

    public void DeclareKeys(ref KeySet keys) => Trim.DeclareKeys(ref keys);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        return Trim.Apply(context, out _) ?? new LLen { Key = Trim.Key }.Apply(context, out reply);
    }
}
