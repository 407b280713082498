using WebKv.Engine.Errors;
using WebKv.Testing.Engine;
using WebKv.Testing.Peers;

namespace WebKv.Engine.Tests;

/// <summary>Runs the same command lines on a real Redis and on an engine, and collects where replies differ.</summary>
internal sealed class PeerComparison(RespClient peer, TestEngine engine)
{
    private readonly List<string> _differences = [];

    public void AssertNone() => Assert.Empty(_differences);

    public void Compare(params string[] line)
    {
        object? expected = peer.Call(line);
        object? actual = engine.Run(line).Value;
        if (actual is Error error)
            actual = new RespError(error.Text);
        if (!Same(expected, actual))
            _differences.Add($"{Show(line)}: Redis {Show(expected)}, WebKv {Show(actual)}");
    }

    private static bool Same(object? left, object? right) => (left, right) switch
    {
        (object?[] one, object?[] two) =>
            one.Length == two.Length && one.Zip(two).All(pair => Same(pair.First, pair.Second)),
        _ => Equals(left, right),
    };

    private static string Show(object? value) => value switch
    {
        null => "null",
        object?[] items => $"[{string.Join(", ", items.Select(Show))}]",
        string { Length: > 100 } text => $"\"{text[..100]}...\" ({text.Length})",
        string text => $"\"{text}\"",
        _ => value.ToString()!,
    };
}
