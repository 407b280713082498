using System.Text;
using Google.Protobuf;
using WebKv.Engine.Execution;
using WebKv.Engine.Strings;
using WebKv.Server.Grpc.Wire;
using WebKv.V1;
using Precondition = WebKv.Engine.Execution.Precondition;

namespace WebKv.Server.Grpc.Messages;

/// <summary>webkv.v1.Condition in the engine's terms; the message has passed validation.</summary>
internal static class Conditions
{
    /// <summary>What SET itself can check.</summary>
    public static SetCondition SetConditionOf(Condition? condition) => condition?.KindCase switch
    {
        Condition.KindOneofCase.Absent => SetCondition.Absent,
        Condition.KindOneofCase.Present => SetCondition.Present,
        _ => SetCondition.None,
    };

    /// <summary>What SET cannot check; null where it can.</summary>
    public static Precondition? BeyondSet(ByteString key, Condition? condition) =>
        condition is null || SetConditionOf(condition) != SetCondition.None ? null : PreconditionOf(key, condition);

    public static Precondition PreconditionOf(ByteString key, Condition condition)
    {
        byte[] keyBytes = key.ToByteArray();
        return condition.KindCase switch
        {
            Condition.KindOneofCase.Absent => new Precondition(keyBytes, PreconditionKind.Absent),
            Condition.KindOneofCase.Present => new Precondition(keyBytes, PreconditionKind.Exists),
            Condition.KindOneofCase.Equal =>
                new Precondition(keyBytes, PreconditionKind.ContentEquals, Content: condition.Equal.ToByteArray()),
            Condition.KindOneofCase.NotEqual =>
                new Precondition(keyBytes, PreconditionKind.ContentDiffers, Content: condition.NotEqual.ToByteArray()),
            _ => new Precondition(keyBytes, PreconditionKind.EtagIn, Etags: [EtagOf(condition)]),
        };
    }

    public static bool IsEtag(string text) => VersionMessage.TryParseEtag(Encoding.UTF8.GetBytes(text), out _);

    private static ulong EtagOf(Condition condition) =>
        VersionMessage.TryParseEtag(Encoding.UTF8.GetBytes(condition.Etag), out ulong etag) ? etag : 0;
}
