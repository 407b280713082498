namespace WebKv.Server.Tests.Rest;

/// <summary>One request of a .http file.</summary>
/// <param name="Request">Method and URL.</param>
/// <param name="Headers">Header lines.</param>
/// <param name="Body">The body, or null.</param>
/// <param name="Expected">The status that a comment announces; null for any success.</param>
internal sealed record HttpFileRequest(string Request, IReadOnlyList<string> Headers, string? Body, int? Expected);
