using WebKv.Engine.Errors;
using WebKv.Testing.Engine;
using WebKv.Testing.Peers;

namespace WebKv.Engine.Tests;

/// <summary>Runs the same command lines on a real Redis and on an engine, and collects where replies differ.</summary>
internal sealed class PeerComparison(RespClient peer, TestEngine engine)
{
    private const int ShownMax = 40;

    private readonly List<string> _differences = [];

    public void AssertNone() => Assert.True(
        _differences.Count == 0, $"{_differences.Count} differ: {string.Join('\n', _differences.Take(ShownMax))}");

    public void Compare(params string[] line) => CompareAs(reply => reply, line);

    /// <summary>Compares what both replies show of themselves.</summary>
    public void CompareAs(Func<object?, object?> view, params string[] line)
    {
        object? expected = view(peer.Call(line));
        object? actual = view(engine.Run(line).Value);
        if (actual is Error error)
            actual = new RespError(error.Text);
        if (!Same(expected, actual))
            _differences.Add($"{Show(line)}: Redis {Show(expected)}, WebKv {Show(actual)}");
    }

    /// <summary>The same for replies without an order, such as those about members or fields.</summary>
    /// <param name="groupSize">Items that belong together.</param>
    /// <param name="line">The command line.</param>
    public void CompareUnordered(int groupSize, params string[] line)
    {
        object? expected = Sorted(peer.Call(line), groupSize);
        object? actual = engine.Run(line).Value;
        actual = Sorted(actual is Error error ? new RespError(error.Text) : actual, groupSize);
        if (!Same(expected, actual))
            _differences.Add($"{Show(line)}: Redis {Show(expected)}, WebKv {Show(actual)}");
    }

    private static object? Sorted(object? reply, int groupSize) => reply is object?[] items
        ? items.Chunk(groupSize).Select(group => (object?)string.Join('=', group)).Order().ToArray()
        : reply;

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
