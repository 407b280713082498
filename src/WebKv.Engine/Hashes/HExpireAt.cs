using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keys;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Hashes;

/// <summary>HEXPIREAT: fields expire at a time in seconds; see <see cref="FieldDeadline"/>.</summary>
public readonly ref struct HExpireAt : ICommand<HExpireAt, IntegersReply>
{
    public static CommandInfo Info { get; } = new(
        "hexpireat", "key unix-seconds [NX | XX | GT | LT] FIELDS numfields field [field ...]")
    {
        Arity = -6,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Fast,
        Group = CommandGroup.Hash,
        Keys = KeySpec.One,
        Summary = "Sets the time at which fields expire, in Unix seconds.",
        Complexity = "O(N) in the number of fields asked for",
    };

    public required Key Key { get; init; }

    public required long UnixSeconds { get; init; }

    /// <summary>One of the conditions at most.</summary>
    public ExpireCondition Condition { get; init; }

    public required ValueList Fields { get; init; }

    public static Error? Parse(ref ArgReader arguments, out HExpireAt command)
    {
        Error? error = FieldDeadlineArguments.Parse(ref arguments, out FieldDeadlineArguments parsed);
        command = new HExpireAt
        {
            Key = parsed.Key,
            UnixSeconds = parsed.Time,
            Condition = parsed.Condition,
            Fields = parsed.Fields,
        };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegersReply reply)
    {
        reply = default;
        var arguments = new FieldDeadlineArguments { Condition = Condition, Fields = Fields };
        return FieldDeadline.Resolve(UnixSeconds, isSeconds: true, baseMs: 0, Info, out long deadlineMs)
            ?? FieldDeadline.Set(context, Key, deadlineMs, arguments, out reply);
    }
}
