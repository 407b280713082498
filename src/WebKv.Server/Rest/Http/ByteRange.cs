using System.Globalization;

namespace WebKv.Server.Rest.Http;

/// <summary>The part of a body that a Range header asks for (RFC 9110 14).</summary>
internal readonly record struct ByteRange(int Start, int Length)
{
    private const string Unit = "bytes=";

    /// <summary>What a Range header means for a body.</summary>
    public enum Outcome
    {
        /// <summary>Send everything: there is no range, or one that the server need not understand.</summary>
        Whole,
        Part,
        NotSatisfiable,
    }

    /// <summary>Several ranges are answered with everything, as the RFC allows.</summary>
    public static Outcome Read(string? header, int total, out ByteRange range)
    {
        range = new ByteRange(0, total);
        if (header is null || !header.StartsWith(Unit, StringComparison.OrdinalIgnoreCase))
            return Outcome.Whole;
        ReadOnlySpan<char> spec = header.AsSpan(Unit.Length).Trim();
        int dash = spec.IndexOf('-');
        if (dash < 0 || spec.Contains(','))
            return Outcome.Whole;
        ReadOnlySpan<char> last = spec[(dash + 1)..];
        return dash == 0 ? ReadSuffix(last, total, ref range) : ReadFrom(spec[..dash], last, total, ref range);
    }

    private static Outcome ReadSuffix(ReadOnlySpan<char> suffix, int total, ref ByteRange range)
    {
        if (!TryParse(suffix, out long length))
            return Outcome.Whole;
        if (length == 0 || total == 0)
            return Outcome.NotSatisfiable;
        int part = (int)Math.Min(length, total);
        range = new ByteRange(total - part, part);
        return Outcome.Part;
    }

    private static Outcome ReadFrom(ReadOnlySpan<char> first, ReadOnlySpan<char> last, int total, ref ByteRange range)
    {
        long end = long.MaxValue;
        if (!TryParse(first, out long start) || (!last.IsEmpty && !TryParse(last, out end)) || end < start)
            return Outcome.Whole;
        if (start >= total)
            return Outcome.NotSatisfiable;
        range = new ByteRange((int)start, (int)(Math.Min(end, total - 1) - start + 1));
        return Outcome.Part;
    }

    // A number beyond 64 bits is a number all the same: it lies beyond every value.
    private static bool TryParse(ReadOnlySpan<char> digits, out long value)
    {
        if (long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value))
            return true;
        value = long.MaxValue;
        return !digits.IsEmpty && !digits.ContainsAnyExceptInRange('0', '9');
    }
}
