using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Memory;

namespace WebKv.Engine.Keys;

/// <summary>The words after the cursor of a SCAN, in any order; of a repeated one the last counts.</summary>
internal readonly ref struct ScanOptions
{
    private const long CountDefault = 10;

    public ScanFilter Filter { get; private init; }

    public long Count { get; private init; }

    /// <summary>NOVALUES: of the fields of a hash, only the names.</summary>
    public bool NamesOnly { get; private init; }

    /// <param name="arguments">What follows the cursor.</param>
    /// <param name="options">What it says.</param>
    /// <param name="ofKeys">Whether keys are scanned, which have a type, or the elements of one.</param>
    /// <param name="ofFields">Whether the elements are fields, which have values.</param>
    public static Error? Parse(
        ref ArgReader arguments, out ScanOptions options, bool ofKeys = true, bool ofFields = false)
    {
        options = default;
        var filter = new ScanFilter();
        long count = CountDefault;
        bool namesOnly = false;
        while (arguments.HasNext)
        {
            Error? error = null;
            if (ofFields && arguments.TryKeyword("NOVALUES"u8))
            {
                namesOnly = true;
                continue;
            }
            if (arguments.Remaining < 2)
                return CommonErrors.Syntax;
            if (arguments.TryKeyword("MATCH"u8))
                filter = filter with { Pattern = arguments.Next() };
            else if (arguments.TryKeyword("COUNT"u8))
                error = ParseCount(ref arguments, out count);
            else if (ofKeys && arguments.TryKeyword("TYPE"u8))
                error = ParseType(ref arguments, ref filter);
            else
                return CommonErrors.Syntax;
            if (error is not null)
                return error;
        }
        options = new ScanOptions { Filter = filter, Count = count, NamesOnly = namesOnly };
        return null;
    }

    private static Error? ParseCount(ref ArgReader arguments, out long count) =>
        arguments.NextInteger(out count) ?? (count < 1 ? CommonErrors.Syntax : null);

    private static Error? ParseType(ref ArgReader arguments, ref ScanFilter filter)
    {
        ReadOnlySpan<byte> name = arguments.Next();
        if (!TypeNames.TryParse(name, out RecordType type))
            return CommonErrors.UnknownType(name);
        filter = filter with { Type = type };
        return null;
    }
}
