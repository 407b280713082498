using System.Globalization;
using System.Text;

namespace WebKv.Testing.Peers;

/// <summary>
/// Reads RESP replies off a stream, as objects or as the bytes they are; what is not a reply is an
/// InvalidDataException. Text is Latin-1, so every byte is kept.
/// </summary>
/// <remarks>
/// As objects, replies are string, long, double, bool, null, <see cref="RespError"/> and object?[]; a status is a
/// string, a map a flat array.
/// </remarks>
public sealed class RespReader(Stream stream)
{
    private const string VerbatimPrefix = "txt:";

    public object? Read()
    {
        string line = ReadLine();
        string rest = line[1..];
        return line[0] switch
        {
            '+' => rest,
            '-' => new RespError(rest),
            ':' => ParseInteger(rest),
            '$' => ReadBulk(ParseLength(rest)),
            '*' or '~' or '>' => ReadArray(ParseLength(rest)),
            '%' => ReadArray(2 * ParseLength(rest)),
            '_' => null,
            '#' => rest == "t",
            ',' => double.Parse(rest, CultureInfo.InvariantCulture),
            '=' => ReadBulk(ParseLength(rest))![VerbatimPrefix.Length..],
            _ => throw new InvalidDataException($"not a RESP reply: {line}"),
        };
    }

    /// <summary>The next reply as it was sent.</summary>
    public string ReadRaw()
    {
        var text = new StringBuilder();
        CopyRaw(text);
        return text.ToString();
    }

    private void CopyRaw(StringBuilder text)
    {
        string line = ReadLine();
        text.Append(line).Append("\r\n");
        int values = line[0] switch
        {
            '*' or '~' or '>' => ParseLength(line[1..]),
            '%' => 2 * ParseLength(line[1..]),
            _ => 0,
        };
        if (line[0] is '$' or '=' && ReadBulk(ParseLength(line[1..])) is { } content)
            text.Append(content).Append("\r\n");
        for (int i = 0; i < values; i++)
            CopyRaw(text);
    }

    private static long ParseInteger(string text) => long.TryParse(text, CultureInfo.InvariantCulture, out long value)
        ? value
        : throw new InvalidDataException($"not an integer: {text}");

    private static int ParseLength(string text) => checked((int)ParseInteger(text));

    private string? ReadBulk(int length)
    {
        if (length < 0)
            return null;
        byte[] bytes = new byte[length];
        stream.ReadExactly(bytes);
        if (stream.ReadByte() != '\r' || stream.ReadByte() != '\n')
            throw new InvalidDataException($"no CRLF after {length} bytes");
        return Encoding.Latin1.GetString(bytes);
    }

    private object?[]? ReadArray(int count)
    {
        if (count < 0)
            return null;
        var items = new object?[count];
        for (int i = 0; i < count; i++)
            items[i] = Read();
        return items;
    }

    // Never empty: what follows the prefix may be.
    private string ReadLine()
    {
        var line = new StringBuilder();
        for (int next = stream.ReadByte(); next != '\r'; next = stream.ReadByte())
        {
            if (next < 0)
                throw new EndOfStreamException();
            line.Append((char)next);
        }
        if (stream.ReadByte() != '\n' || line.Length == 0)
            throw new InvalidDataException($"not a line of RESP: {line}");
        return line.ToString();
    }
}
