using System.Text.RegularExpressions;

namespace WebKv.Engine.Tests.Architecture;

/// <summary>
/// The types and members of a source file with their lengths, found by counting braces.
/// </summary>
/// <remarks>
/// The idea: at the level of a namespace or a type, text up to a brace or semicolon is a declaration. If it declares a
/// type its inside is read the same way; if not, all up to the closing brace is a member's body.
/// </remarks>
internal sealed partial class SourceMembers
{
    private readonly string _code;
    private int _at;

    private SourceMembers(string code) => _code = code;

    /// <summary>Public types that are not inside another.</summary>
    public List<string> PublicTypes { get; } = [];

    /// <summary>Methods, properties and operators that have a body: where each starts, and its length in lines.
    /// </summary>
    public List<(int Line, int Lines, string Header)> Bodies { get; } = [];

    public static SourceMembers Of(string code)
    {
        var members = new SourceMembers(code);
        members.ReadDeclarations(depth: 0);
        return members;
    }

    private void ReadDeclarations(int depth)
    {
        int start = _at;
        while (_at < _code.Length)
        {
            char c = _code[_at++];
            if (c is '(' or '[')
                SkipNested();
            else if (c == '}')
                return;
            else if (c is ';' or '{')
            {
                Declare(_code[start..(_at - 1)], start, c, depth);
                start = _at;
            }
        }
    }

    private void Declare(string header, int start, char end, int depth)
    {
        Match type = TypeDeclaration().Match(header);
        bool isType = type.Success && !header.Contains('=');
        if (isType && depth == 0 && PublicWord().IsMatch(header))
            PublicTypes.Add(type.Groups["name"].Value);
        if (isType)
        {
            if (end == '{')
                ReadDeclarations(depth + 1);
            return;
        }
        bool isBody = end == '{' || header.Contains("=>", StringComparison.Ordinal);
        if (end == '{')
            SkipBody(header);
        int equals = header.IndexOf('=', StringComparison.Ordinal);
        bool isField = equals >= 0
            && !header.AsSpan(equals).StartsWith("=>")
            && !header.Contains("operator", StringComparison.Ordinal);
        if (isBody && !isField)
            AddBody(header, start);
    }

    // A block body ends at its brace; an initializer or lambda goes on to the semicolon.
    private void SkipBody(string header)
    {
        SkipNested();
        if (!header.Contains('='))
            return;
        while (_at < _code.Length && _code[_at] != ';')
            if (_code[_at++] is '{' or '(' or '[')
                SkipNested();
    }

    private void SkipNested()
    {
        for (int depth = 1; depth > 0 && _at < _code.Length; _at++)
            depth += _code[_at] switch
            {
                '{' or '(' or '[' => 1,
                '}' or ')' or ']' => -1,
                _ => 0,
            };
    }

    private void AddBody(string header, int start)
    {
        int first = start + header.Length - header.TrimStart().Length;
        int lines = 1 + _code.AsSpan(first, _at - first).TrimEnd().Count('\n');
        Bodies.Add((1 + _code.AsSpan(0, first).Count('\n'), lines, header.Trim().Split('\n')[0]));
    }

    [GeneratedRegex(@"\b(class|struct|interface|enum|record|delegate\s+\S+)\s+(struct\s+|class\s+)?(?<name>\w+)")]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"\bpublic\b")]
    private static partial Regex PublicWord();
}
