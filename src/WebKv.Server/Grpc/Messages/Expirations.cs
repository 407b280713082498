using WebKv.Engine.Strings;
using WebKv.V1;

namespace WebKv.Server.Grpc.Messages;

/// <summary>webkv.v1.Expiration in the engine's terms; the message has passed validation.</summary>
internal static class Expirations
{
    public static Expiry Of(Expiration? expiration) => expiration?.KindCase switch
    {
        Expiration.KindOneofCase.Ttl when Times.TryMs(expiration.Ttl, out long ms) => Expiry.After(ms),
        Expiration.KindOneofCase.ExpireTime when Times.TryUnixMs(expiration.ExpireTime, out long ms) => Expiry.At(ms),
        Expiration.KindOneofCase.KeepTtl => Expiry.KeepOld,
        _ => default,
    };
}
