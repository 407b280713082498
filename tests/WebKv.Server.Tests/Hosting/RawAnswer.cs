namespace WebKv.Server.Tests.Hosting;

/// <summary>What a door answered to raw bytes.</summary>
/// <param name="Text">The bytes as Latin-1; of a very long answer, the beginning.</param>
/// <param name="IsWhole">Nothing of it is missing, as when the server resets the connection.</param>
internal sealed record RawAnswer(string Text, bool IsWhole);
