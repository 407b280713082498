using WebKv.Engine.Commands;
using WebKv.Engine.Errors;

namespace WebKv.Engine.Hashes;

/// <summary>The end of the lines that name several fields: FIELDS count field [field ...].</summary>
internal static class FieldArguments
{
    /// <summary>Reads the word, the count and the fields, which must be the rest of the line.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="notPositive">The error for a count that is not a positive integer.</param>
    /// <param name="fields">The fields.</param>
    public static Error? Parse(ref ArgReader arguments, Error notPositive, out ValueList fields)
    {
        fields = default;
        if (ParseCount(ref arguments, notPositive, out long count) is { } error)
            return error;
        if (count != arguments.Remaining)
            return HashErrors.FieldCountMismatch;
        fields = arguments.NextValues();
        return null;
    }

    /// <summary>The same for pairs of field and value.</summary>
    public static Error? ParsePairs(ref ArgReader arguments, out FieldPairs pairs)
    {
        pairs = default;
        if (ParseCount(ref arguments, HashErrors.FieldCount, out long count) is { } error)
            return error;
        if (arguments.Remaining % 2 != 0 || count != arguments.Remaining / 2)
            return HashErrors.FieldCountMismatch;
        pairs = new FieldPairs(arguments.Line, arguments.Position, (int)count);
        return null;
    }

    private static Error? ParseCount(ref ArgReader arguments, Error notPositive, out long count)
    {
        count = 0;
        if (arguments.Remaining < 2 || !arguments.TryKeyword("FIELDS"u8))
            return HashErrors.FieldsMissing;
        return arguments.NextInteger(out count) is not null || count <= 0 ? notPositive : null;
    }
}
