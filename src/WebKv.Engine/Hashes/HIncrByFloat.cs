using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Hashes;

/// <summary>HINCRBYFLOAT: adds to the number that a field holds, 0 for a missing field; replies with the sum.</summary>
/// <remarks>Keeps the deadline. Logged as what is there afterwards, so that no other machine has to do the same
/// arithmetic. How numbers are added and written: <see cref="RealNumber"/>.</remarks>
public readonly ref struct HIncrByFloat : ICommand<HIncrByFloat, BulkReply>
{
    public static CommandInfo Info { get; } = new("hincrbyfloat", "key field increment")
    {
        Arity = 4,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Fast,
        Group = CommandGroup.Hash,
        Keys = KeySpec.One,
        Summary = "Adds a number to the numeric value of a field; a missing field counts as 0.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public required ReadOnlySpan<byte> Field { get; init; }

    public required RealNumber Increment { get; init; }

    public static Error? Parse(ref ArgReader arguments, out HIncrByFloat command)
    {
        Key key = arguments.NextKey();
        ReadOnlySpan<byte> field = arguments.Next();
        bool isNumber = RealNumber.TryParse(arguments.Next(), out RealNumber increment);
        command = new HIncrByFloat { Key = key, Field = field, Increment = increment };
        return isNumber ? null : CommonErrors.FloatArgument;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out BulkReply reply)
    {
        reply = default;
        if (!double.IsFinite(Increment.ToDouble()))
            return HashErrors.IncrementNotFinite;
        if (HashEditor.Peek(context, Key, out HashEditor hash) is { } error)
            return error;
        RealNumber old = default;
        if (hash.View.TryGet(Field, out HashField found)
            && !RealNumber.TryParse(context.Replies.Copy(found.Value), out old))
            return HashErrors.NotAFloat;
        if (!RealNumber.TryAdd(old, Increment, out RealNumber total))
            return CommonErrors.NotFinite;

        Span<byte> room = context.Replies.Reserve(RealNumber.TextMax);
        var sum = new FieldWrite.ComputedField
        {
            Field = Field,
            Value = room[..total.Format(room)],
            DeadlineMs = found.DeadlineMs,
            EventName = "hincrbyfloat"u8,
        };
        FieldWrite.SetComputed(context, Key, ref hash, sum);
        reply = new BulkReply(sum.Value);
        return null;
    }
}
