using WebKv.Engine.Commands;

namespace WebKv.Server.Resp;

/// <summary>
/// Splits a request typed by a person ("SET k 'a b'") into arguments, with the quoting rules of redis-cli: single
/// quotes know only \', double quotes know \n \r \t \b \a \xHH and \ before anything else.
/// </summary>
internal static class InlineCommand
{
    /// <summary>False when a quote is not closed, or is closed in the middle of a word.</summary>
    public static bool TryParse(ReadOnlySpan<byte> line, CommandLine arguments)
    {
        arguments.Clear();
        var word = new List<byte>();
        int i = 0;
        while (true)
        {
            while (i < line.Length && IsSpace(line[i]))
                i++;
            if (i == line.Length)
                return true;
            word.Clear();
            if (!TryReadWord(line, ref i, word))
                return false;
            arguments.Add(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(word));
        }
    }

    private static bool TryReadWord(ReadOnlySpan<byte> line, ref int i, List<byte> word)
    {
        while (i < line.Length && !IsSpace(line[i]))
        {
            byte c = line[i++];
            if (c is not ((byte)'"' or (byte)'\''))
            {
                word.Add(c);
                continue;
            }
            bool closed = c == '"' ? TryReadDoubleQuoted(line, ref i, word) : TryReadSingleQuoted(line, ref i, word);
            return closed && (i == line.Length || IsSpace(line[i]));
        }
        return true;
    }

    private static bool TryReadDoubleQuoted(ReadOnlySpan<byte> line, ref int i, List<byte> word)
    {
        while (i < line.Length)
        {
            byte c = line[i++];
            if (c == '"')
                return true;
            if (c != '\\' || i == line.Length)
            {
                word.Add(c);
                continue;
            }
            word.Add(ReadEscape(line, ref i));
        }
        return false;
    }

    private static byte ReadEscape(ReadOnlySpan<byte> line, ref int i)
    {
        byte c = line[i++];
        if (c == 'x' && i + 1 < line.Length && IsHex(line[i]) && IsHex(line[i + 1]))
        {
            byte value = Convert.FromHexString([(char)line[i], (char)line[i + 1]])[0];
            i += 2;
            return value;
        }
        return c switch
        {
            (byte)'n' => (byte)'\n',
            (byte)'r' => (byte)'\r',
            (byte)'t' => (byte)'\t',
            (byte)'b' => (byte)'\b',
            (byte)'a' => (byte)'\a',
            _ => c,
        };
    }

    private static bool TryReadSingleQuoted(ReadOnlySpan<byte> line, ref int i, List<byte> word)
    {
        while (i < line.Length)
        {
            byte c = line[i++];
            if (c == '\'')
                return true;
            if (c == '\\' && i < line.Length && line[i] == '\'')
                c = line[i++];
            word.Add(c);
        }
        return false;
    }

    private static bool IsSpace(byte c) => c is (byte)' ' or (>= 9 and <= 13) or 0;

    private static bool IsHex(byte c) => char.IsAsciiHexDigit((char)c);
}
