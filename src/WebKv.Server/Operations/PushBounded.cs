using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Lists;
using WebKv.Engine.Replies;

namespace WebKv.Server.Operations;

/// <summary>One of the four pushes; if wanted, with a trim to a number of elements in the same step.</summary>
internal readonly ref struct PushBounded : IOperation<IntegerReply>
{
    public static CommandInfo Info => RPush.Info;

    public required Key Key { get; init; }

    public required ListSide Side { get; init; }

    public required ValueList Values { get; init; }

    public bool OnlyIfExists { get; init; }

    /// <summary>How many elements to keep, those at the side of the push; null for all.</summary>
    public long? TrimTo { get; init; }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        Error? error = Push(context, out reply);
        if (error is not null || TrimTo is not { } kept || reply.Value <= kept)
            return error;
        LTrim trim = Side == ListSide.Left
            ? new LTrim { Key = Key, Start = 0, Stop = kept - 1 }
            : new LTrim { Key = Key, Start = -kept, Stop = -1 };
        reply = new IntegerReply(kept);
        return trim.Apply(context, out _);
    }

    private Error? Push(CommandContext context, out IntegerReply reply) => (Side, OnlyIfExists) switch
    {
        (ListSide.Left, false) => new LPush { Key = Key, Values = Values }.Apply(context, out reply),
        (ListSide.Left, true) => new LPushX { Key = Key, Values = Values }.Apply(context, out reply),
        (_, false) => new RPush { Key = Key, Values = Values }.Apply(context, out reply),
        (_, true) => new RPushX { Key = Key, Values = Values }.Apply(context, out reply),
    };
}
