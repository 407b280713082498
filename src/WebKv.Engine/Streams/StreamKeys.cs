using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>How commands come from keys to streams and their groups.</summary>
internal static class StreamKeys
{
    /// <summary>Finds a stream for reading; a missing key is success without a stream.</summary>
    public static Error? Find(CommandContext context, Key key, out StreamCollection? stream)
    {
        Error? error = context.Collections.Find(key, RecordType.Stream, out Record record);
        stream = error is null ? Of(context, key, record) : null;
        return error;
    }

    /// <summary>Finds a stream that is about to be changed; a missing key is success without a stream.</summary>
    public static Error? Peek(CommandContext context, Key key, out Record record, out StreamCollection? stream)
    {
        Error? error = context.Collections.Peek(key, RecordType.Stream, out record);
        stream = error is null ? Of(context, key, record) : null;
        return error;
    }

    /// <summary>Finds a group, which must exist, for reading.</summary>
    public static Error? FindGroup(CommandContext context, Key key, ReadOnlySpan<byte> name, out StreamGroup group)
    {
        Error? error = Find(context, key, out StreamCollection? stream);
        group = stream is null ? default : stream.FindGroup(name);
        return error is null && group.IsNull ? StreamErrors.NoGroup(key.Bytes, name) : error;
    }

    /// <summary>Finds a group, which must exist, of a stream that is about to be changed.</summary>
    public static Error? PeekGroup(
        CommandContext context, Key key, ReadOnlySpan<byte> name, out Record record, out StreamCollection stream,
        out StreamGroup group)
    {
        group = default;
        Error? error = Peek(context, key, out record, out StreamCollection? found);
        stream = found!;
        if (error is not null)
            return error;
        if (found is not null)
            group = found.FindGroup(name);
        return group.IsNull ? StreamErrors.NoGroup(key.Bytes, name) : null;
    }

    /// <summary>The same for the subcommands of XGROUP, which tell a missing key from a missing group.</summary>
    public static Error? PeekGroupOf(
        CommandContext context, Key key, ReadOnlySpan<byte> name, out Record record, out StreamCollection? stream,
        out StreamGroup group)
    {
        group = default;
        Error? error = Peek(context, key, out record, out stream);
        if (error is not null)
            return error;
        if (stream is null)
            return StreamErrors.GroupNeedsKey;
        group = stream.FindGroup(name);
        return group.IsNull ? StreamErrors.NoGroupOfKey(key.Bytes, name) : null;
    }

    /// <summary>Adds a key, which must not exist, with an empty stream.</summary>
    public static Record Create(CommandContext context, Key key, out StreamCollection stream)
    {
        stream = NewStream(context, key);
        return context.Collections.Create(key, RecordType.Stream, stream);
    }

    /// <summary>An empty stream for a key, which is the caller's.</summary>
    public static StreamCollection NewStream(CommandContext context, Key key)
    {
        PackingLimits packing = context.Engine.Options.Packing;
        return new StreamCollection(
            context.Collections.HeapOf(key), packing.StreamChunkBytes, packing.StreamChunkEntries);
    }

    private static StreamCollection? Of(CommandContext context, Key key, Record record) =>
        record.IsNull ? null : context.Collections.Of<StreamCollection>(key, record);
}
