using System.Text.Json.Serialization;
using WebKv.Engine.Execution;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Commands;

/// <summary>What must hold for a key: exactly one of the members after the key.</summary>
/// <param name="Key">The key.</param>
/// <param name="Etag">The ETag that its content has.</param>
/// <param name="Exists">Whether it exists.</param>
/// <param name="Absent">Whether it does not exist.</param>
/// <param name="EqualTo">The content of its string.</param>
internal sealed record TransactionPrecondition(
    BinaryValue? Key,
    string? Etag,
    bool? Exists,
    bool? Absent,
    [property: JsonPropertyName("equals")] BinaryValue? EqualTo)
{
    public Precondition ToEngine()
    {
        byte[] key = Key!.Bytes;
        if (EqualTo is not null)
            return new Precondition(key, PreconditionKind.ContentEquals, Content: EqualTo.Bytes);
        if (Etag is not null)
            return new Precondition(
                key, PreconditionKind.EtagIn, EntityTag.TryReadHash(Etag, out ulong hash) ? [hash] : []);
        bool mustExist = Exists ?? !Absent!.Value;
        return new Precondition(key, mustExist ? PreconditionKind.Exists : PreconditionKind.Absent);
    }
}
