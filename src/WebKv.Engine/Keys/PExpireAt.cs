using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Keys;

/// <summary>PEXPIREAT: a key expires at a time in milliseconds; see <see cref="Deadline"/>.</summary>
public readonly ref struct PExpireAt : ICommand<PExpireAt, IntegerReply>
{
    public static CommandInfo Info { get; } = new("pexpireat", "key unix-ms [NX | XX | GT | LT]")
    {
        Arity = -3,
        Flags = CommandFlags.Write | CommandFlags.Fast,
        Group = CommandGroup.Generic,
        Keys = KeySpec.One,
        Summary = "Sets the time at which a key expires, in Unix milliseconds.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public required long UnixMs { get; init; }

    public ExpireCondition Condition { get; init; }

    public static Error? Parse(ref ArgReader arguments, out PExpireAt command)
    {
        Error? error = ExpireArguments.Parse(ref arguments, out ExpireArguments parsed);
        command = new PExpireAt { Key = parsed.Key, UnixMs = parsed.Time, Condition = parsed.Condition };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        if (Deadline.Resolve(UnixMs, isSeconds: false, baseMs: 0, Info, out long deadlineMs) is { } error)
            return error;
        reply = Deadline.Set(context, Key, deadlineMs, Condition);
        return null;
    }
}
