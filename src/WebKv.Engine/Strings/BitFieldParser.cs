using WebKv.Engine.Commands;
using WebKv.Engine.Errors;

namespace WebKv.Engine.Strings;

/// <summary>Reads the operations of BITFIELD and BITFIELD_RO.</summary>
internal static class BitFieldParser
{
    private static readonly Error UnknownType = new(ErrorCode.InvalidArgument,
        "ERR Invalid bitfield type. Use something like i16 u8. Note that u64 is not supported but i64 is.");

    private static readonly Error UnknownOverflow =
        new(ErrorCode.InvalidArgument, "ERR Invalid OVERFLOW type specified");

    public static Error? Parse(ref ArgReader arguments, out BitFieldOperation[] operations)
    {
        var list = new List<BitFieldOperation>();
        BitFieldOverflow overflow = default;
        Error? error = null;
        while (arguments.HasNext && error is null)
        {
            if (arguments.Remaining >= 2 && arguments.TryKeyword("OVERFLOW"u8))
                error = ParseOverflow(ref arguments, out overflow);
            else if (TryParseAction(ref arguments, out BitFieldAction action))
                error = ParseOperation(ref arguments, action, overflow, list);
            else
                error = CommonErrors.Syntax;
        }
        operations = [.. list];
        return error;
    }

    private static bool TryParseAction(ref ArgReader arguments, out BitFieldAction action)
    {
        action = BitFieldAction.Get;
        if (arguments.Remaining >= 3 && arguments.TryKeyword("GET"u8))
            return true;
        action = BitFieldAction.Set;
        if (arguments.Remaining >= 4 && arguments.TryKeyword("SET"u8))
            return true;
        action = BitFieldAction.Increment;
        return arguments.Remaining >= 4 && arguments.TryKeyword("INCRBY"u8);
    }

    private static Error? ParseOverflow(ref ArgReader arguments, out BitFieldOverflow overflow)
    {
        overflow = BitFieldOverflow.Wrap;
        if (arguments.TryKeyword("WRAP"u8))
            return null;
        overflow = BitFieldOverflow.Saturate;
        if (arguments.TryKeyword("SAT"u8))
            return null;
        overflow = BitFieldOverflow.Fail;
        return arguments.TryKeyword("FAIL"u8) ? null : UnknownOverflow;
    }

    private static Error? ParseOperation(
        ref ArgReader arguments, BitFieldAction action, BitFieldOverflow overflow, List<BitFieldOperation> list)
    {
        if (!BitFieldType.TryParse(arguments.Next(), out BitFieldType type))
            return UnknownType;
        if (!TryParseOffset(arguments.Next(), type, out long offset))
            return CommonErrors.BitOffset;
        long operand = 0;
        if (action != BitFieldAction.Get && arguments.NextInteger(out operand) is { } error)
            return error;
        list.Add(new BitFieldOperation(action, type, offset, operand, overflow));
        return null;
    }

    // #3 is the fourth field, if all are of this type.
    private static bool TryParseOffset(ReadOnlySpan<byte> text, BitFieldType type, out long offset)
    {
        bool countsFields = text.StartsWith("#"u8);
        if (!Numbers.TryParseInteger(countsFields ? text[1..] : text, out offset) || !BitOffset.IsValid(offset))
            return false;
        offset *= countsFields ? type.Bits : 1;
        return BitOffset.IsValid(offset);
    }
}
