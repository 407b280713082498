using System.Globalization;

namespace WebKv.Server.Commands;

/// <summary>Sizes as Redis writes them: bytes, or a number with k, m, g (powers of 1000) or kb, mb, gb (of 1024).
/// </summary>
internal static class MemorySize
{
    private static readonly (string Suffix, long Factor)[] Units =
    [
        ("kb", 1L << 10), ("mb", 1L << 20), ("gb", 1L << 30), ("k", 1_000), ("m", 1_000_000), ("g", 1_000_000_000),
        ("b", 1),
    ];

    public static bool TryParse(string text, out long bytes)
    {
        long factor = 1;
        string digits = text;
        foreach ((string suffix, long unit) in Units)
        {
            if (!text.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
                continue;
            digits = text[..^suffix.Length];
            factor = unit;
            break;
        }
        bool isNumber = long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long number);
        bytes = isNumber && number <= long.MaxValue / factor ? number * factor : -1;
        return bytes >= 0;
    }
}
