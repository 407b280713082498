namespace WebKv.Server.Hosting;

public sealed class AuthOptions
{
    /// <summary>The password of the default user on all doors; empty for none.</summary>
    public string Password { get; init; } = "";
}
