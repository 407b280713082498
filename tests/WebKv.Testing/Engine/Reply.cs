using WebKv.Engine.Errors;

namespace WebKv.Testing.Engine;

/// <summary>A reply with the command line that it answers, and the assertions that tests make on it.</summary>
public sealed record Reply(string Command, object? Value)
{
    public void IsOk() => Is("OK");

    public void Is(string expected) => Assert.Equal(expected, Assert.IsType<string>(Value));

    public void Is(long expected) => Assert.Equal(expected, Assert.IsType<long>(Value));

    public void Is(double expected) => Assert.Equal(expected, Assert.IsType<double>(Value));

    public void IsNull() => Assert.Null(Value);

    /// <summary>An array of these items: strings, longs, nulls, nested arrays.</summary>
    public void IsArray(params object?[] expected) => Assert.Equal(expected, Items);

    public object?[] Items => Assert.IsType<object?[]>(Value);

    /// <summary>An error whose RESP text is or begins with this.</summary>
    public void IsError(string textPrefix) =>
        Assert.StartsWith(textPrefix, Assert.IsType<Error>(Value).Text, StringComparison.Ordinal);

    public void IsError(ErrorCode code) => Assert.Equal(code, Assert.IsType<Error>(Value).Code);
}
