namespace WebKv.Server.Tests.Doors;

public sealed record KeyDescription(string Type, string Encoding);
