using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keys;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Hashes;

/// <summary>HPEXPIREAT: fields expire at a time in milliseconds; see <see cref="FieldDeadline"/>.</summary>
public readonly ref struct HPExpireAt : ICommand<HPExpireAt, IntegersReply>
{
    public static CommandInfo Info { get; } = new(
        "hpexpireat", "key unix-ms [NX | XX | GT | LT] FIELDS numfields field [field ...]")
    {
        Arity = -6,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Fast,
        Group = CommandGroup.Hash,
        Keys = KeySpec.One,
        Summary = "Sets the time at which fields expire, in Unix milliseconds.",
        Complexity = "O(N) in the number of fields asked for",
    };

    public required Key Key { get; init; }

    public required long UnixMs { get; init; }

    /// <summary>One of the conditions at most.</summary>
    public ExpireCondition Condition { get; init; }

    public required ValueList Fields { get; init; }

    public static Error? Parse(ref ArgReader arguments, out HPExpireAt command)
    {
        Error? error = FieldDeadlineArguments.Parse(ref arguments, out FieldDeadlineArguments parsed);
        command = new HPExpireAt
        {
            Key = parsed.Key,
            UnixMs = parsed.Time,
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
        return FieldDeadline.Resolve(UnixMs, isSeconds: false, baseMs: 0, Info, out long deadlineMs)
            ?? FieldDeadline.Set(context, Key, deadlineMs, arguments, out reply);
    }
}
