using WebKv.Engine.Commands;
using WebKv.Memory;

namespace WebKv.Engine.PubSub;

/// <summary>
/// One published message, shared by all who receive it: its bytes are copied once, however many they are.
/// </summary>
/// <remarks>
/// A payload of <see cref="Values.BlobBytesMin"/> or more is a blob; whoever holds the message in a queue holds a
/// reference to it. Immutable but for that. Thread rule: any thread.
/// </remarks>
public sealed class PushMessage
{
    private readonly byte[] _bytes = [];
    private readonly Blob _blob;

    /// <param name="kind">A channel or a sharded channel.</param>
    /// <param name="channel">Its name, which nobody changes any more.</param>
    /// <param name="payload">Copied, or, if it is a blob, retained: the caller releases that reference.</param>
    internal PushMessage(SubscriptionKind kind, byte[] channel, Value payload)
    {
        Kind = kind;
        Channel = channel;
        if (!payload.Blob.IsNull)
        {
            _blob = payload.Blob;
            _blob.Retain();
        }
        else if (payload.Length >= Values.BlobBytesMin)
        {
            _blob = Blob.CopyOf(payload.Bytes);
        }
        else
        {
            _bytes = payload.Bytes.ToArray();
        }
    }

    public SubscriptionKind Kind { get; }

    public byte[] Channel { get; }

    /// <summary>The payload, when it is big.</summary>
    public Blob Blob => _blob;

    public ReadOnlySpan<byte> Payload => _blob.IsNull ? _bytes : _blob.Span;

    /// <summary>What a door has made of the message for the first of its subscribers, for the others. Whoever sets it
    /// at the same time as another makes the same.</summary>
    public byte[]? Encoded { get; set; }

    /// <summary>Bytes of channel and payload.</summary>
    public long Bytes => Channel.Length + Payload.Length;

    internal void Retain()
    {
        if (!_blob.IsNull)
            _blob.Retain();
    }

    internal void Release() => _blob.Release();
}
