using WebKv.Engine.Commands;
using WebKv.Engine.Errors;

namespace WebKv.Engine.Strings;

/// <summary>
/// Positions of single bits: bit 0 is the highest bit of byte 0. The last one is that of the longest string, 2^32 - 1.
/// </summary>
internal static class BitOffset
{
    public static bool IsValid(long offset) => offset is >= 0 and < Values.LengthMax * 8L;

    public static byte MaskOf(long offset) => (byte)(0x80 >> (int)(offset & 7));

    public static Error? Parse(ref ArgReader arguments, out long offset) =>
        Numbers.TryParseInteger(arguments.Next(), out offset) && IsValid(offset) ? null : CommonErrors.BitOffset;
}
