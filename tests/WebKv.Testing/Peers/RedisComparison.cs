using System.Text;
using System.Text.RegularExpressions;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Testing.Engine;

namespace WebKv.Testing.Peers;

/// <summary>
/// Runs the same command lines on a real Redis and on the engine and keeps the lines whose replies differ: errors by
/// their full text, scores by their value.
/// </summary>
/// <remarks>Redis before 7.2 writes 17 digits of a number, needed or not; so numbers are compared as such.</remarks>
public sealed class RedisComparison : IDisposable
{
    private readonly RedisServer _redis;
    private readonly RespClient _peer;
    private readonly TestEngine _engine;

    public RedisComparison(TestEngine engine)
    {
        _redis = RedisServer.StartOrSkip();
        _peer = _redis.Connect();
        _engine = engine;
    }

    private List<string> Differences { get; } = [];

    /// <summary>Runs a line whose words are C#-escaped, "" for an empty one.</summary>
    public void RunLine(string line) => Run([.. line.Split(' ').Select(Unescape)]);

    public void Run(string[] line)
    {
        object? expected = _peer.Call(line);
        object? actual = _engine.Run(line).Value;
        if (!Same(expected, actual))
            Differences.Add($"{Show(string.Join(' ', line))}: Redis {Show(expected)}, WebKv {Show(actual)}");
    }

    public void AssertNoDifference() => Assert.True(
        Differences.Count == 0,
        $"{Differences.Count} differ, first of all:\n{string.Join('\n', Differences.Take(20))}");

    public void Dispose()
    {
        _peer.Dispose();
        _redis.Dispose();
    }

    private static bool Same(object? left, object? right) => (left, right) switch
    {
        (object?[] one, object?[] two) =>
            one.Length == two.Length && one.Zip(two).All(pair => Same(pair.First, pair.Second)),
        (RespError one, Error two) => one.Text == two.Text,
        (string one, double two) => TryNumber(one, out double number) && number == two,
        (string one, string two) => one == two
            || (TryNumber(one, out double wanted) && TryNumber(two, out double found) && wanted == found),
        _ => Equals(left, right),
    };

    private static bool TryNumber(string text, out double number) =>
        Numbers.TryParseFloat(Encoding.Latin1.GetBytes(text), out number);

    private static string Unescape(string word) =>
        word == "\"\"" ? "" : Regex.Unescape(word);

    private static string Show(object? value) => value switch
    {
        null => "null",
        object?[] items => $"[{string.Join(", ", items.Select(Show))}]",
        string { Length: > 100 } text => $"\"{text[..100]}...\" ({text.Length})",
        string text => $"\"{text}\"",
        _ => value.ToString()!,
    };
}
