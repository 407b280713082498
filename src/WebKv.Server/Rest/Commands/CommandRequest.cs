namespace WebKv.Server.Rest.Commands;

/// <summary>A command line: the name, then the arguments.</summary>
internal sealed record CommandRequest(IReadOnlyList<CommandWord?>? Command);
