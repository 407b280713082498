using WebKv.Engine.Execution;

namespace WebKv.Server.Rest.Http;

/// <summary>The key that an operation's path names: /v1/{collection}/{key}[/..].</summary>
internal readonly record struct KeyAddress(byte[] Key, int Database)
{
    private const int KeySegment = 2;

    /// <param name="segments">Segments of the whole path.</param>
    public static KeyAddress Read(ref UrlInput input, KvEngine engine, int segments) =>
        new(input.Name(KeySegment, segments), input.Database(engine.Options.Databases));

    /// <summary>A context for a command on this key that tells the key's state afterwards.</summary>
    public CommandContext Rent(KvEngine engine)
    {
        CommandContext context = engine.Rent();
        context.Database = Database;
        context.StateKey = Key;
        return context;
    }

    /// <summary>The same for a write, with the preconditions of the request.</summary>
    public CommandContext RentForWrite(KvEngine engine, HttpContext http)
    {
        CommandContext context = Rent(engine);
        EntityTag.AddPreconditions(context, http.Request.Headers, Key);
        return context;
    }
}
