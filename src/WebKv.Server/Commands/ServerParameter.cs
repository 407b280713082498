namespace WebKv.Server.Commands;

/// <summary>One parameter of CONFIG under the name that Redis gives it.</summary>
/// <param name="Name">Lower case.</param>
/// <param name="Read">Its value now.</param>
/// <param name="Set">Checks a new value and returns what makes it the value, or null when
/// it is not valid. Null for parameters that a running server cannot change.</param>
/// <param name="Expected">What a valid value is, for the error: "argument must be a memory value".</param>
internal sealed record ServerParameter(
    string Name, Func<string> Read, Func<string, Action?>? Set = null, string Expected = "");
