namespace WebKv.Engine.Tests.Architecture;

/// <summary>
/// C# text with comments and the insides of literals blanked out, so that what is left can be searched and its
/// braces counted. Lines keep their numbers.
/// </summary>
/// <remarks>It knows the literals of the language, raw and verbatim ones included, and takes interpolated text for
/// plain text.</remarks>
internal static class SourceText
{
    public static string CodeOf(string text)
    {
        char[] code = text.ToCharArray();
        int at = 0;
        while (at < text.Length)
        {
            int end = EndOfBlank(text, at);
            for (int i = at; i < end; i++)
                if (code[i] != '\n')
                    code[i] = ' ';
            at = Math.Max(end, at + 1);
        }
        return new string(code);
    }

    // Where the comment or literal that begins here ends; the place itself if none begins.
    private static int EndOfBlank(string text, int at)
    {
        ReadOnlySpan<char> rest = text.AsSpan(at);
        if (rest.StartsWith("//"))
            return EndAfter(text, at, "\n") - 1;
        if (rest.StartsWith("/*"))
            return EndAfter(text, at + 2, "*/");
        if (rest[0] == '\'')
            return EndOfEscaped(text, at, '\'');
        if (rest.StartsWith("@\"") || rest.StartsWith("$@\"") || rest.StartsWith("@$\""))
            return EndOfVerbatim(text, text.IndexOf('"', at));
        if (rest[0] != '"')
            return at;
        int quotes = rest.IndexOfAnyExcept('"');
        if (quotes >= 3)
            return EndAfter(text, at + quotes, new string('"', quotes));
        return EndOfEscaped(text, at, '"');
    }

    private static int EndAfter(string text, int from, string mark)
    {
        int end = text.IndexOf(mark, from, StringComparison.Ordinal);
        return end < 0 ? text.Length : end + mark.Length;
    }

    private static int EndOfEscaped(string text, int open, char quote)
    {
        int at = open + 1;
        while (at < text.Length && text[at] != quote && text[at] != '\n')
            at += text[at] == '\\' ? 2 : 1;
        return Math.Min(at + 1, text.Length);
    }

    private static int EndOfVerbatim(string text, int open)
    {
        int at = open + 1;
        while (at < text.Length && (text[at] != '"' || (at + 1 < text.Length && text[at + 1] == '"')))
            at += text[at] == '"' ? 2 : 1;
        return Math.Min(at + 1, text.Length);
    }
}
