using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Strings;

/// <summary>GETBIT: one bit of a string; 0 beyond its end and for a missing key.</summary>
public readonly ref struct GetBit : ICommand<GetBit, IntegerReply>
{
    public static CommandInfo Info { get; } = new("getbit", "key offset")
    {
        Arity = 3,
        Flags = CommandFlags.ReadOnly | CommandFlags.Fast,
        Group = CommandGroup.Bitmap,
        Keys = KeySpec.One,
        Summary = "Returns the bit at an offset of the string value of a key.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    /// <summary>0 is the highest bit of the first byte.</summary>
    public required long Offset { get; init; }

    public static Error? Parse(ref ArgReader arguments, out GetBit command)
    {
        Key key = arguments.NextKey();
        Error? error = BitOffset.Parse(ref arguments, out long offset);
        command = new GetBit { Key = key, Offset = offset };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        if (!BitOffset.IsValid(Offset))
            return CommonErrors.BitOffset;
        Error? error = context.FindString(Key, out Record record);
        if (error is not null || record.IsNull)
            return error;
        int index = (int)(Offset >> 3);
        bool isSet = index < record.Bytes.Length && (record.Bytes[index] & BitOffset.MaskOf(Offset)) != 0;
        reply = new IntegerReply(isSet ? 1 : 0);
        return null;
    }
}
