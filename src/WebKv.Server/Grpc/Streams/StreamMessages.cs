using System.Text;
using Google.Protobuf;
using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Streams;
using WebKv.Memory.Collections.Streams;
using WebKv.Server.Grpc.Messages;

namespace WebKv.Server.Grpc.Streams;

/// <summary>Between the messages of StreamService and what commands on streams take and reply.</summary>
internal static class StreamMessages
{
    /// <summary>An id that stands for itself.</summary>
    public static Error? TryId(string text, out StreamId id) => StreamIds.Parse(Encoding.UTF8.GetBytes(text), out id);

    /// <summary>Where a range begins and ends; empty texts are the ends of the stream.</summary>
    public static Error? TryRange(string start, string end, out StreamId first, out StreamId last)
    {
        last = default;
        return StreamIds.ParseStart(Encoding.UTF8.GetBytes(start.Length == 0 ? "-" : start), out first)
            ?? StreamIds.ParseEnd(Encoding.UTF8.GetBytes(end.Length == 0 ? "+" : end), out last);
    }

    public static CommandLine LineOf(RepeatedField<string> ids)
    {
        var line = new CommandLine();
        foreach (string id in ids)
            line.Add(id);
        return line;
    }

    public static Error? TryTrim(V1.StreamTrim? trim, out TrimOptions options)
    {
        options = default;
        if (trim is null)
            return null;
        StreamId idMin = default;
        bool isLength = trim.ThresholdCase == V1.StreamTrim.ThresholdOneofCase.MaxLength;
        Error? error = isLength ? null : TryId(trim.MinId, out idMin);
        options = new TrimOptions
        {
            LengthMax = isLength ? trim.MaxLength : null,
            IdMin = isLength ? null : idMin,
            Approximate = trim.Approximate,
            Limit = trim.HasLimit ? trim.Limit : null,
        };
        return error;
    }

    public static Error? Add(OperationScope scope, EntriesReply entries, RepeatedField<V1.StreamEntry> messages)
    {
        EntryReply entry = entries.First;
        for (int i = 0; i < entries.Count; i++, entry = entry.Next)
        {
            if (TryEntry(scope, entry, out V1.StreamEntry message) is { } error)
                return error;
            messages.Add(message);
        }
        return null;
    }

    public static Error? Add(OperationScope scope, StreamsReply streams, RepeatedField<V1.StreamEntries> messages)
    {
        StreamReply stream = streams.First;
        for (int i = 0; i < streams.Count; i++)
        {
            stream = i == 0 ? stream : stream.Next;
            var message = new V1.StreamEntries { Key = ByteString.CopyFrom(stream.Key.Bytes) };
            if (Add(scope, stream.Entries, message.Entries) is { } error)
                return error;
            messages.Add(message);
        }
        return null;
    }

    public static Error? TryEntry(OperationScope scope, EntryReply entry, out V1.StreamEntry message)
    {
        message = new V1.StreamEntry { Id = entry.Id.ToString(), Deleted = entry.IsGone };
        Error? error = scope.TakeBytes(message.Id.Length);
        int fields = entry.FieldCount;
        for (int i = 0; i < fields && error is null; i++)
        {
            error = scope.Copy(entry.FieldAt(i), out ByteString field);
            if (error is not null)
                return error;
            error = scope.Copy(entry.ValueAt(i), out ByteString value);
            message.Fields.Add(new V1.FieldValue { Field = field, Value = value });
        }
        return error;
    }

    /// <summary>Keys and ids as XREAD and XREADGROUP take them.</summary>
    public static void Fill(RepeatedField<V1.StreamOffset> streams, CommandLine keys, CommandLine after, string unset)
    {
        foreach (V1.StreamOffset stream in streams)
        {
            keys.Add(stream.Key.Span);
            after.Add(stream.After.Length == 0 ? unset : stream.After);
        }
    }

    /// <summary>Whole milliseconds; 0 without a duration, which has passed validation.</summary>
    public static long MsOf(Duration? duration) => duration is not null && Times.TryMs(duration, out long ms) ? ms : 0;
}
