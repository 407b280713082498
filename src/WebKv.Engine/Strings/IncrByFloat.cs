using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Strings;

/// <summary>INCRBYFLOAT: adds to the number that a string holds, 0 for a missing key; replies with the sum.</summary>
/// <remarks>
/// Keeps the expiry. Logged as SET key sum KEEPTTL, so that no other machine has to do the same arithmetic. How
/// numbers are added and written: <see cref="RealNumber"/>.
/// </remarks>
public readonly ref struct IncrByFloat : ICommand<IncrByFloat, BulkReply>
{
    public static CommandInfo Info { get; } = new("incrbyfloat", "key increment")
    {
        Arity = 3,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Fast,
        Group = CommandGroup.String,
        Keys = KeySpec.One,
        Summary = "Adds a number to the numeric value of a key; a missing key counts as 0.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public required RealNumber Increment { get; init; }

    public static Error? Parse(ref ArgReader arguments, out IncrByFloat command)
    {
        Key key = arguments.NextKey();
        bool isNumber = RealNumber.TryParse(arguments.Next(), out RealNumber increment);
        command = new IncrByFloat { Key = key, Increment = increment };
        return isNumber ? null : CommonErrors.FloatArgument;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out BulkReply reply)
    {
        reply = default;
        Error? error = context.PeekString(Key, out Record record);
        if (error is not null)
            return error;
        RealNumber old = default;
        if (!record.IsNull && !RealNumber.TryParse(record.Bytes, out old))
            return CommonErrors.StoredNotFloat;
        if (!RealNumber.TryAdd(old, Increment, out RealNumber sum))
            return CommonErrors.NotFinite;

        Span<byte> room = context.Replies.Reserve(RealNumber.TextMax);
        ReadOnlySpan<byte> text = room[..sum.Format(room)];
        context.SetString(Key, record, new Value(text), record.IsNull ? 0 : record.ExpiryMs);
        context.Notify(KeyspaceEvents.String, "incrbyfloat"u8, Key);
        Set.LogSet(context, Key, new Value(text), keepsExpiry: true, expiryMs: 0);
        reply = new BulkReply(text);
        return null;
    }
}
