using System.Globalization;
using System.IO.Hashing;
using System.Text;
using WebKv.Memory;

namespace WebKv.Server.Rest.Keys;

/// <summary>
/// Cursors as clients see them: the engine's position and a hash of the filters, since a cursor means nothing to a
/// scan with others.
/// </summary>
internal static class ScanCursor
{
    public static uint FilterOf(int database, byte[]? pattern, RecordType? type)
    {
        var hash = new XxHash32(database);
        hash.Append(Encoding.ASCII.GetBytes($"{type}:{(pattern is null ? "all" : "match")}:"));
        hash.Append(pattern.AsSpan());
        return hash.GetCurrentHashAsUInt32();
    }

    public static string Format(ulong position, uint filter) =>
        string.Create(CultureInfo.InvariantCulture, $"{position:x}-{filter:x8}");

    /// <summary>No cursor is the start.</summary>
    public static bool TryParse(string? cursor, uint filter, out ulong position)
    {
        position = 0;
        if (cursor is null)
            return true;
        string[] parts = cursor.Split('-');
        return parts.Length == 2
            && TryParseHex(parts[0], out position)
            && TryParseHex(parts[1], out ulong its) && its == filter;
    }

    private static bool TryParseHex(string digits, out ulong value) =>
        ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
}
