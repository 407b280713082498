namespace WebKv.Server.Tests.Doors;

/// <summary>What is done to one integer inside a string: it is read, unless it is set or incremented.</summary>
public sealed record BitFieldPart(string Type, long Offset)
{
    public long? Set { get; init; }

    public long? Increment { get; init; }

    /// <summary>"wrap", "saturate", "fail", or not said.</summary>
    public string? Overflow { get; init; }
}
