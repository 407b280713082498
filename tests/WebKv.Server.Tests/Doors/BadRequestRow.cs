namespace WebKv.Server.Tests.Doors;

/// <summary>A malformed request and the clear error that it must get.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Sent">All that the client sends; Latin-1.</param>
/// <param name="Expected">Parts of the answer, in order; none where the server can only close. Each table says how they
/// are compared.</param>
public sealed record BadRequestRow(string Name, string Sent, params string[] Expected)
{
    /// <summary>Whether the client ends its side: the request is cut off.</summary>
    public bool IsCutOff { get; init; }
}
