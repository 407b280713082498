namespace WebKv.Engine.Commands;

/// <summary>
/// Everything about a command but its code. From it come COMMAND, COMMAND DOCS, the command reference, the checks
/// of the dispatcher and the access categories.
/// </summary>
public sealed record CommandInfo
{
    /// <param name="name">Lower case; "container|sub" for a subcommand.</param>
    /// <param name="usage">The arguments as a person reads them: "key value [NX | XX]".</param>
    public CommandInfo(string name, string usage)
    {
        Name = name;
        Usage = usage;
    }

    public string Name { get; }

    public string Usage { get; }

    /// <summary>Number of arguments with the name (and the subcommand); negative: at least that many.</summary>
    public required int Arity { get; init; }

    public required CommandFlags Flags { get; init; }

    public required CommandGroup Group { get; init; }

    public KeySpec Keys { get; init; }

    public required string Summary { get; init; }

    public required string Complexity { get; init; }

    /// <summary>The WebKv version that brought it.</summary>
    public string Since { get; init; } = "0.1.0";

    public bool Is(CommandFlags flag) => (Flags & flag) != 0;

    public bool AcceptsCount(int argumentCount) =>
        Arity >= 0 ? argumentCount == Arity : argumentCount >= -Arity;
}
