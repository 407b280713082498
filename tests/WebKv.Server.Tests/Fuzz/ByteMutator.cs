using System.Text;

namespace WebKv.Server.Tests.Fuzz;

/// <summary>
/// Makes requests that are nearly valid: takes one of many samples and changes it a few times, or not at all.
/// </summary>
internal sealed class ByteMutator(Random random, IReadOnlyList<byte[]> samples)
{
    private const int ChangesMax = 4;
    private const int RangeBytesMax = 64;

    // What parsers look for, and the ends of the byte's range.
    private static readonly byte[] Telling = [.. "\r\n $*:%/?{}[]\",-0\0\x7F\x80\xFF"u8];

    // The borders of lengths and of the integers that hold them.
    private static readonly string[] Numbers =
    [
        "0", "-1", "00", "+1", "16384", "536870913", "2147483648", "4294967296", "9223372036854775807",
        "-9223372036854775808", "9223372036854775808", "18446744073709551616", "99999999999999999999999", "0x10", "1e9",
    ];

    private static readonly byte[][] Varints =
    [
        [0xFF, 0xFF, 0xFF, 0xFF, 0x07], [0xFF, 0xFF, 0xFF, 0xFF, 0x0F], [0x80, 0x80, 0x80, 0x80, 0x08],
        [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01], [0x80, 0x00],
    ];

    public byte[] Next()
    {
        byte[] bytes = Sample();
        for (int changes = random.Next(ChangesMax + 1); changes > 0; changes--)
            bytes = Change(bytes);
        return bytes;
    }

    private byte[] Change(byte[] bytes)
    {
        int at = random.Next(bytes.Length + 1);
        int end = Math.Min(bytes.Length, at + 1 + random.Next(RangeBytesMax));
        return random.Next(9) switch
        {
            0 => [.. bytes[..at], .. bytes.AsSpan(at, end - at), .. bytes[at..]],
            1 => [.. bytes[..at], .. bytes[end..]],
            2 => bytes[..at],
            3 => Splice(bytes[..at]),
            4 => [.. bytes[..at], .. Noise(), .. bytes[at..]],
            5 => [.. bytes[..at], Pick(Telling), .. bytes[Math.Min(at + 1, bytes.Length)..]],
            6 => [.. bytes[..at], .. Pick(Varints), .. bytes[at..]],
            7 => ChangeNumber(bytes, at),
            _ => FlipBit(bytes, at),
        };
    }

    private T Pick<T>(T[] choices) => choices[random.Next(choices.Length)];

    private byte[] Sample() => samples[random.Next(samples.Count)];

    private byte[] Splice(byte[] head)
    {
        byte[] other = Sample();
        return [.. head, .. other.AsSpan(random.Next(other.Length + 1))];
    }

    private byte[] Noise()
    {
        byte[] noise = new byte[1 + random.Next(8)];
        random.NextBytes(noise);
        return noise;
    }

    private byte[] FlipBit(byte[] bytes, int at)
    {
        if (at == bytes.Length)
            return bytes;
        byte[] flipped = [.. bytes];
        flipped[at] ^= (byte)(1 << random.Next(8));
        return flipped;
    }

    // The next number from there on becomes another.
    private byte[] ChangeNumber(byte[] bytes, int at)
    {
        int start = bytes.AsSpan(at).IndexOfAnyInRange((byte)'0', (byte)'9');
        if (start < 0)
            return bytes;
        start += at;
        int digits = bytes.AsSpan(start).IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        int end = digits < 0 ? bytes.Length : start + digits;
        return [.. bytes[..start], .. Encoding.ASCII.GetBytes(Pick(Numbers)), .. bytes[end..]];
    }
}
