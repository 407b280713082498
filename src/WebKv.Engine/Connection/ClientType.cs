using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Connection;

/// <summary>The type of connections that CLIENT LIST and CLIENT KILL are asked about: normal, or subscribed to
/// something. The others that Redis has are known and match nothing.</summary>
internal readonly struct ClientType
{
    private readonly Kind _kind;

    private ClientType(Kind kind) => _kind = kind;

    private enum Kind
    {
        Any,
        Normal,
        PubSub,
        None,
    }

    public static Error? Parse(ReadOnlySpan<byte> text, out ClientType type)
    {
        bool isNode = Keywords.Equal(text, "master"u8) || Keywords.Equal(text, "replica"u8)
            || Keywords.Equal(text, "slave"u8);
        Kind kind = Kind.Any;
        if (Keywords.Equal(text, "normal"u8))
            kind = Kind.Normal;
        else if (Keywords.Equal(text, "pubsub"u8))
            kind = Kind.PubSub;
        else if (isNode)
            kind = Kind.None;
        type = new ClientType(kind);
        return kind == Kind.Any ? ConnectionErrors.UnknownClientType(text) : null;
    }

    public bool Matches(ClientSession session) => _kind switch
    {
        Kind.Any => true,
        Kind.Normal => !session.IsSubscribed,
        Kind.PubSub => session.IsSubscribed,
        _ => false,
    };
}
