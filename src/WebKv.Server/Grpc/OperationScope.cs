using Google.Protobuf;
using Google.Protobuf.Collections;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Replies;
using WebKv.Memory;
using WebKv.Server.Grpc.Errors;
using WebKv.Server.Grpc.Wire;

namespace WebKv.Server.Grpc;

/// <summary>
/// What an operation on generated messages works with. The same operation runs as a call of its own, where each
/// command locks its keys, or inside a transaction, where they are locked already.
/// </summary>
/// <remarks>Lives as long as one call, on one thread. Values that the engine keeps as blobs are made blobs here, which
/// a transaction asks for before it takes its locks.</remarks>
internal sealed class OperationScope(
    CommandDispatcher dispatcher, CommandContext context, CallSettings settings, bool isInUnit = false) : IDisposable
{
    private readonly Dictionary<ByteString, Blob> _blobs = new(ReferenceEqualityComparer.Instance);
    private readonly List<V1.KeyVersion> _versions = [];
    private long _bytesLeft = settings.ReplyBytesMax;

    public CommandContext Context { get; } = context;

    public CallSettings Settings { get; } = settings;

    public long NowMs => Context.NowMs;

    /// <summary>Milliseconds that the operation may wait if it finds nothing; 0 not to wait.</summary>
    public long WaitMs { get; init; }

    /// <summary>Whether the operation has been tried, and counted, before.</summary>
    public bool IsRepeat { private get; init; }

    /// <summary>Bytes that the reply may still take.</summary>
    public long BytesLeft => Math.Max(0, _bytesLeft);

    /// <summary>Whether the reply has grown beyond what it may take.</summary>
    public bool IsOverdrawn => _bytesLeft < 0;

    /// <summary>The key that an error says is missing; told to the client with it.</summary>
    public ByteString? Subject { get; set; }

    /// <summary>The key whose state is wanted after the next command.</summary>
    public ByteString StateKey
    {
        set => Context.StateKey = value.ToByteArray();
    }

    public Error? Execute<TOperation, TReply>(scoped in TOperation operation, out TReply reply)
        where TOperation : struct, IOperation<TReply>, allows ref struct
        where TReply : struct, IReply, allows ref struct =>
        isInUnit
            ? dispatcher.ExecuteInUnit(Context, operation, out reply)
            : IsRepeat
                ? Context.Engine.Execute(Context, operation, out reply)
                : dispatcher.Execute(Context, operation, out reply);

    /// <summary>The same for what belongs to an operation that is counted already.</summary>
    public Error? ExecutePart<TOperation, TReply>(scoped in TOperation operation, out TReply reply)
        where TOperation : struct, IOperation<TReply>, allows ref struct
        where TReply : struct, IReply, allows ref struct =>
        isInUnit
            ? KvEngine.ExecuteInUnit(Context, operation, out reply)
            : Context.Engine.Execute(Context, operation, out reply);

    /// <summary>Does ahead of the locks what is slow about a precondition; a transaction did it for all of its own.
    /// </summary>
    public void Prepare(Precondition precondition)
    {
        if (!isInUnit)
            Context.Prepare(precondition);
    }

    /// <summary>Bytes to be stored, as a blob where the engine would keep them as one.</summary>
    public Value ValueOf(ByteString bytes)
    {
        if (bytes.Length < Values.BlobBytesMin)
            return new Value(bytes.Span);
        if (!_blobs.TryGetValue(bytes, out Blob blob))
            _blobs.Add(bytes, blob = Blob.CopyOf(bytes.Span));
        return new Value(blob);
    }

    /// <summary>Copies a value, which must be there, for the response, or says that it is too large.</summary>
    public Error? Copy(BulkReply value, out ByteString copy)
    {
        copy = ByteString.Empty;
        if (TakeBytes(value.Bytes.Length) is { } error)
            return error;
        copy = ByteString.CopyFrom(value.Bytes);
        return null;
    }

    /// <summary>The same for a list of values that are all there.</summary>
    public Error? Copy(BulksReply values, RepeatedField<ByteString> copies)
    {
        for (int i = 0; i < values.Count; i++)
        {
            if (Copy(values[i], out ByteString copy) is { } error)
                return error;
            copies.Add(copy);
        }
        return null;
    }

    /// <summary>Notes that the response grows by so many bytes.</summary>
    public Error? TakeBytes(int count)
    {
        _bytesLeft -= count;
        return _bytesLeft < 0 ? GrpcErrors.ReplyTooLarge(Settings.ReplyBytesMax) : null;
    }

    /// <summary>The version of the state key after the last command.</summary>
    public V1.KeyVersion Version() => NewVersion(isInUnit ? Context.KnownState : Context.State);

    /// <summary>The same after a partial write, whose etag is left out where it would cost more than the write.
    /// </summary>
    public V1.KeyVersion VersionOfPart() => NewVersion(Context.KnownState);

    public V1.KeyVersion VersionWithoutEtag() => NewVersion(default);

    /// <summary>Tells the versions made inside a transaction its offset, once it has one.</summary>
    public void CompleteVersions()
    {
        long offset = Versions.OffsetAfter(Context);
        foreach (V1.KeyVersion version in _versions)
            version.Offset = offset;
    }

    public void Dispose()
    {
        foreach (Blob blob in _blobs.Values)
            blob.Release();
        _blobs.Clear();
    }

    private V1.KeyVersion NewVersion(KeyState state)
    {
        var version = new V1.KeyVersion { Etag = VersionMessage.EtagOf(state) };
        if (isInUnit)
            _versions.Add(version);
        else
            version.Offset = Versions.OffsetAfter(Context);
        return version;
    }
}
