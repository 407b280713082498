using WebKv.Engine.Errors;
using WebKv.Memory;

namespace WebKv.Engine.Replies;

/// <summary>
/// What a door offers to write a reply into. One implementation per wire form: RESP2/RESP3, JSON, protobuf.
/// </summary>
/// <remarks>
/// Aggregates say their count first and need no closing call; a map counts pairs, and its keys and values follow one
/// another. Bytes are copied before the call returns, except those of a <see cref="Blob"/>, which the writer retains
/// for as long as it needs it. A writer never blocks.
/// </remarks>
public interface IReplyWriter
{
    /// <summary>A short fixed word such as OK or PONG.</summary>
    void Status(ReadOnlySpan<byte> text);

    void Integer(long value);

    void Double(double value);

    /// <summary>RESP2 has no booleans and writes 1 or 0.</summary>
    void Boolean(bool value);

    void Bulk(ReadOnlySpan<byte> bytes);

    void Bulk(Blob blob);

    /// <summary>Text for people (RESP3 verbatim string of format txt).</summary>
    void Verbatim(ReadOnlySpan<byte> text);

    void Null();

    /// <summary>RESP2 tells a missing array from a missing string; elsewhere it is the same as <see cref="Null"/>.
    /// </summary>
    void NullArray();

    void BeginArray(int count);

    void BeginMap(int pairs);

    void BeginSet(int count);

    /// <summary>A list of pairs, each begun by <see cref="BeginPair"/>. RESP2 writes one flat list of both.</summary>
    void BeginPairs(int count) => BeginArray(count);

    void BeginPair() => BeginArray(2);

    /// <summary>A map, each pair of which is begun by <see cref="BeginMapPair"/>. RESP2 writes a list of pairs.
    /// </summary>
    void BeginMapOfPairs(int count) => BeginMap(count);

    void BeginMapPair()
    {
    }

    /// <summary>What is sent without being asked for (RESP3 push); elsewhere an array.</summary>
    void BeginPush(int count) => BeginArray(count);

    void Error(Error error);
}
