namespace WebKv.Testing.Peers;

/// <summary>An error reply, with its full text.</summary>
public sealed record RespError(string Text);
