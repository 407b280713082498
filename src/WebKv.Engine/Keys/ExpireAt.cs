using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Keys;

/// <summary>EXPIREAT: a key expires at a time in seconds; see <see cref="Deadline"/>.</summary>
public readonly ref struct ExpireAt : ICommand<ExpireAt, IntegerReply>
{
    public static CommandInfo Info { get; } = new("expireat", "key unix-seconds [NX | XX | GT | LT]")
    {
        Arity = -3,
        Flags = CommandFlags.Write | CommandFlags.Fast,
        Group = CommandGroup.Generic,
        Keys = KeySpec.One,
        Summary = "Sets the time at which a key expires, in Unix seconds.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public required long UnixSeconds { get; init; }

    public ExpireCondition Condition { get; init; }

    public static Error? Parse(ref ArgReader arguments, out ExpireAt command)
    {
        Error? error = ExpireArguments.Parse(ref arguments, out ExpireArguments parsed);
        command = new ExpireAt { Key = parsed.Key, UnixSeconds = parsed.Time, Condition = parsed.Condition };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        if (Deadline.Resolve(UnixSeconds, isSeconds: true, baseMs: 0, Info, out long deadlineMs) is { } error)
            return error;
        reply = Deadline.Set(context, Key, deadlineMs, Condition);
        return null;
    }
}
