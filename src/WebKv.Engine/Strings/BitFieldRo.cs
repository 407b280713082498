using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Strings;

/// <summary>BITFIELD_RO: the part of BITFIELD that reads.</summary>
public readonly ref struct BitFieldRo : ICommand<BitFieldRo, IntegersOrNullReply>
{
    private static readonly Error OnlyGet =
        new(ErrorCode.InvalidArgument, "ERR BITFIELD_RO only supports the GET subcommand");

    public static CommandInfo Info { get; } = new("bitfield_ro", "key [GET type offset ...]")
    {
        Arity = -2,
        Flags = CommandFlags.ReadOnly | CommandFlags.Fast,
        Group = CommandGroup.Bitmap,
        Keys = KeySpec.One,
        Summary = "Reads integers of any width inside the string value of a key.",
        Complexity = "O(N) in the number of operations",
    };

    public required Key Key { get; init; }

    public required BitFieldOperation[] Operations { get; init; }

    public static Error? Parse(ref ArgReader arguments, out BitFieldRo command)
    {
        Key key = arguments.NextKey();
        Error? error = BitFieldParser.Parse(ref arguments, out BitFieldOperation[] operations);
        command = new BitFieldRo { Key = key, Operations = operations };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegersOrNullReply reply)
    {
        reply = new IntegersOrNullReply([]);
        if (Operations.Any(operation => operation.Writes))
            return OnlyGet;
        if (context.FindString(Key, out Record record) is { } error)
            return error;
        ReadOnlySpan<byte> bytes = record.IsNull ? default : record.Bytes;
        var results = new long?[Operations.Length];
        for (int i = 0; i < results.Length; i++)
            results[i] = BitFieldBits.Read(bytes, Operations[i].Type, Operations[i].Offset);
        reply = new IntegersOrNullReply(results);
        return null;
    }
}
