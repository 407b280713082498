using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Keys;

/// <summary>EXPIRE: a key expires after a time in seconds; see <see cref="Deadline"/>.</summary>
public readonly ref struct Expire : ICommand<Expire, IntegerReply>
{
    public static CommandInfo Info { get; } = new("expire", "key seconds [NX | XX | GT | LT]")
    {
        Arity = -3,
        Flags = CommandFlags.Write | CommandFlags.Fast,
        Group = CommandGroup.Generic,
        Keys = KeySpec.One,
        Summary = "Sets the time to live of a key in seconds.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public required long Seconds { get; init; }

    public ExpireCondition Condition { get; init; }

    public static Error? Parse(ref ArgReader arguments, out Expire command)
    {
        Error? error = ExpireArguments.Parse(ref arguments, out ExpireArguments parsed);
        command = new Expire { Key = parsed.Key, Seconds = parsed.Time, Condition = parsed.Condition };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        if (Deadline.Resolve(Seconds, isSeconds: true, context.NowMs, Info, out long deadlineMs) is { } error)
            return error;
        reply = Deadline.Set(context, Key, deadlineMs, Condition);
        return null;
    }
}
