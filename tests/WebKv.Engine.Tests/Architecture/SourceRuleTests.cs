using System.Text.RegularExpressions;
using WebKv.Testing;

namespace WebKv.Engine.Tests.Architecture;

/// <summary>The hard limits of the house style. Whoever needs an exception argues for it in the list.</summary>
public sealed partial class SourceRuleTests
{
    private const int FileLinesMax = 500;
    private const int MethodLinesMax = 60;
    private const int ColumnsMax = 120;

    private static readonly Dictionary<(string File, string Rule), string> Exceptions = new()
    {
        [("tests/WebKv.Engine.Tests/Architecture/SourceRuleTests.cs", "open end")] = "names the words it looks for",
    };

    [Fact]
    public void Files_AreShort() => AssertNone("file length", (file, text) =>
        text.Count('\n') > FileLinesMax ? [$"{file}: {text.Count('\n')} lines"] : []);

    [Fact]
    public void Lines_AreShort() => AssertNone("columns", (file, text) => Lines(text)
        .Where(line => line.Text.Length > ColumnsMax)
        .Select(line => $"{file}:{line.Number}: {line.Text.Length} columns"));

    [Fact]
    public void Methods_AreShort() => AssertNone("method length", (file, text) =>
        SourceMembers.Of(SourceText.CodeOf(text)).Bodies
            .Where(body => body.Lines > MethodLinesMax)
            .Select(body => $"{file}:{body.Line}: {body.Lines} lines: {body.Header}"));

    [Fact]
    public void Unsafe_IsOnlyInMemory() => AssertNone("unsafe", (file, text) =>
        !file.StartsWith("src/WebKv.Memory/", StringComparison.Ordinal) && UnsafeWord().IsMatch(SourceText.CodeOf(text))
            ? [$"{file}: unsafe"]
            : []);

    [Fact]
    public void Nothing_IsLeftOpen() => AssertNone("open end", (file, text) => Lines(text)
        .Where(line => OpenEnd().IsMatch(line.Text))
        .Select(line => $"{file}:{line.Number}: {line.Text.Trim()}"));

    [Fact]
    public void PublicTypes_HaveAFileEach() => AssertNone("public types", (file, text) =>
    {
        List<string> types = SourceMembers.Of(SourceText.CodeOf(text)).PublicTypes;
        return types.Count > 1 ? [$"{file}: {string.Join(' ', types)}"] : [];
    });

    [Fact]
    public void Namespaces_AreFolders() => AssertNone("namespace", (file, text) =>
    {
        Match declared = NamespaceLine().Match(text);
        string expected = string.Join('.', file.Split('/')[1..^1]);
        return file.StartsWith("src/", StringComparison.Ordinal)
            && declared.Success && declared.Groups["name"].Value != expected
            ? [$"{file}: {declared.Groups["name"].Value}, not {expected}"]
            : [];
    });

    [Fact]
    public void Exceptions_NameFilesThatExist() => Assert.All(
        Exceptions.Keys,
        exception => Assert.True(File.Exists(Path.Combine(Repository.Root, exception.File)), exception.File));

    [Fact]
    public void Scanner_OfASample_SeesWhatIsThere()
    {
        const string Sample = """
            namespace N;
            // unsafe { in a comment
            public sealed class A(int x) : B<int>
            {
                private static readonly int[] _table = [1, 2,
                    3];
                public static int P { get; } = Make("}", '{', @"\", $"{1}");
                public int One => x;
                public void Two<T>()
                    where T : class
                {
                    if (x > 0) { unsafe { } }
                }
                public struct Inner { int F() { return 1; } }
            }
            public enum E { X, Y }
            public delegate void D();
            """;
        string code = SourceText.CodeOf(Sample);
        SourceMembers members = SourceMembers.Of(code);
        Assert.Equal(["A", "E", "D"], members.PublicTypes);
        Assert.Equal([1, 1, 5, 1], members.Bodies.Where(body => body.Header != "X, Y").Select(body => body.Lines));
        Assert.Single(UnsafeWord().Matches(code));
    }

    private static void AssertNone(string rule, Func<string, string, IEnumerable<string>> violations)
    {
        string[] files = [.. Repository.Files("*.cs")];
        Assert.NotEmpty(files);
        Assert.Empty(files
            .Where(file => !Exceptions.ContainsKey((file, rule)))
            .SelectMany(file => violations(file, Repository.Read(file))));
    }

    private static IEnumerable<(int Number, string Text)> Lines(string text) =>
        text.Split('\n').Select((line, index) => (index + 1, line.TrimEnd('\r')));

    [GeneratedRegex(@"\bunsafe\b")]
    private static partial Regex UnsafeWord();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex OpenEnd();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();
}
