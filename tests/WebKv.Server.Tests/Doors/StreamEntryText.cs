namespace WebKv.Server.Tests.Doors;

/// <summary>An entry: its id, then names and values in turns; null for one that was deleted.</summary>
public sealed record StreamEntryText(string Id, IReadOnlyList<string>? Fields)
{
    public override string ToString() => $"{Id} {(Fields is null ? "gone" : string.Join(' ', Fields))}";
}
