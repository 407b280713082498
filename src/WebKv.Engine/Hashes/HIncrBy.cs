using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Hashes;

/// <summary>HINCRBY: adds to the integer that a field holds, 0 for a missing field; replies with the sum.</summary>
/// <remarks>Keeps the deadline. Logged as what is there afterwards.</remarks>
public readonly ref struct HIncrBy : ICommand<HIncrBy, IntegerReply>
{
    public static CommandInfo Info { get; } = new("hincrby", "key field increment")
    {
        Arity = 4,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Fast,
        Group = CommandGroup.Hash,
        Keys = KeySpec.One,
        Summary = "Adds an integer to the integer value of a field; a missing field counts as 0.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public required ReadOnlySpan<byte> Field { get; init; }

    public required long Delta { get; init; }

    public static Error? Parse(ref ArgReader arguments, out HIncrBy command)
    {
        Key key = arguments.NextKey();
        ReadOnlySpan<byte> field = arguments.Next();
        Error? error = arguments.NextInteger(out long delta);
        command = new HIncrBy { Key = key, Field = field, Delta = delta };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        if (HashEditor.Peek(context, Key, out HashEditor hash) is { } error)
            return error;
        long value = 0;
        if (hash.View.TryGet(Field, out HashField found))
        {
            if (!found.Value.IsInteger)
                return HashErrors.NotAnInteger;
            value = found.Value.Integer;
        }
        if (Delta > 0 ? value > long.MaxValue - Delta : value < long.MinValue - Delta)
            return CommonErrors.IncrementOverflow;

        value += Delta;
        Span<byte> text = context.Replies.Reserve(PackedItem.IntegerTextMax);
        var sum = new FieldWrite.ComputedField
        {
            Field = Field,
            Value = PackedItem.Of(value).Text(text),
            DeadlineMs = found.DeadlineMs,
            EventName = "hincrby"u8,
        };
        FieldWrite.SetComputed(context, Key, ref hash, sum);
        reply = new IntegerReply(value);
        return null;
    }
}
