using System.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.Streams;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;
using StreamId = WebKv.Memory.Collections.Streams.StreamId;

namespace WebKv.Server.Grpc.Streams;

/// <summary>The methods of StreamService on streams and their entries; requests have passed validation.</summary>
internal static class EntryOperations
{
    public static Error? AppendStream(
        OperationScope scope, AppendStreamRequest request, out AppendStreamResponse response)
    {
        response = new AppendStreamResponse();
        scope.StateKey = request.Key;
        using var line = new CommandLine();
        foreach (FieldValue field in request.Fields)
            line.Add(field.Field.Span).Add(scope.ValueOf(field.Value));
        Error? error = NewEntryId.Parse(Encoding.UTF8.GetBytes(request.HasId ? request.Id : "*"), out NewEntryId id);
        if (error is not null)
            return error;
        error = StreamMessages.TryTrim(request.Trim, out TrimOptions trim);
        if (error is not null)
            return error;
        var command = new XAdd
        {
            Key = Key.Of(request.Key.Span),
            Id = id,
            Fields = line.AsValues(),
            Trim = trim,
            OnlyIfExists = request.NoMakeStream,
        };
        error = scope.Execute(command, out StreamIdReply added);
        if (added.Id is { } given)
            response.Id = given.ToString();
        response.Version = scope.Version();
        return error;
    }

    public static Error? RangeStream(OperationScope scope, RangeStreamRequest request, out RangeStreamResponse response)
    {
        response = new RangeStreamResponse();
        Error? error = StreamMessages.TryRange(request.Start, request.End, out StreamId start, out StreamId end);
        if (error is not null)
            return error;
        var query = new RangeQuery
        {
            Start = start,
            End = end,
            Backward = request.Reverse,
            CountMax = request.Count == 0 ? null : request.Count,
        };
        Key key = Key.Of(request.Key.Span);
        EntriesReply entries;
        error = request.Reverse
            ? scope.Execute(new XRevRange { Key = key, Query = query }, out entries)
            : scope.Execute(new XRange { Key = key, Query = query }, out entries);
        return error ?? StreamMessages.Add(scope, entries, response.Entries);
    }

    public static Error? ReadStreams(OperationScope scope, ReadStreamsRequest request, out ReadStreamsResponse response)
    {
        response = new ReadStreamsResponse();
        using var keys = new CommandLine();
        using var after = new CommandLine();
        StreamMessages.Fill(request.Streams, keys, after, unset: "0");
        var command = new XRead
        {
            Keys = keys.AsKeys(),
            After = after.AsValues(),
            CountMax = request.Count,
            BlockMs = scope.WaitMs == 0 ? null : scope.WaitMs,
        };
        Error? error = scope.Execute(command, out StreamsReply streams);
        return error ?? StreamMessages.Add(scope, streams, response.Streams);
    }

    public static Error? DeleteStreamEntries(
        OperationScope scope, DeleteStreamEntriesRequest request, out DeleteStreamEntriesResponse response)
    {
        response = new DeleteStreamEntriesResponse();
        scope.StateKey = request.Key;
        using CommandLine ids = StreamMessages.LineOf(request.Ids);
        if (StreamIds.Check(ids.AsValues()) is { } invalid)
            return invalid;
        var command = new XDel { Key = Key.Of(request.Key.Span), Ids = ids.AsValues() };
        Error? error = scope.Execute(command, out IntegerReply deleted);
        response.DeletedCount = deleted.Value;
        response.Version = scope.Version();
        return error;
    }

    public static Error? TrimStream(OperationScope scope, TrimStreamRequest request, out TrimStreamResponse response)
    {
        response = new TrimStreamResponse();
        scope.StateKey = request.Key;
        if (StreamMessages.TryTrim(request.Trim, out TrimOptions trim) is { } invalid)
            return invalid;
        var command = new XTrim { Key = Key.Of(request.Key.Span), Trim = trim };
        Error? error = scope.Execute(command, out IntegerReply removed);
        response.RemovedCount = removed.Value;
        response.Version = scope.Version();
        return error;
    }

    public static Error? GetStreamInfo(
        OperationScope scope, GetStreamInfoRequest request, out GetStreamInfoResponse response)
    {
        response = new GetStreamInfoResponse();
        scope.StateKey = request.Key;
        Error? error = scope.Execute(
            new XInfoStream { Key = Key.Of(request.Key.Span) }, out StreamInfoReply info);
        response.Version = scope.Version();
        if (error == CommonErrors.NoSuchKey)
            return null;
        return error ?? TryInfo(scope, info, response);
    }

    private static Error? TryInfo(OperationScope scope, StreamInfoReply info, GetStreamInfoResponse response)
    {
        response.Info = new StreamInfo
        {
            Length = info.Length,
            LastId = info.LastId.ToString(),
            MaxDeletedId = info.MaxDeletedId.ToString(),
            EntriesAdded = info.EntriesAdded,
            GroupCount = info.GroupCount,
        };
        Error? error = null;
        if (info.First is { } first)
        {
            error = StreamMessages.TryEntry(scope, first, out StreamEntry message);
            response.Info.FirstEntry = message;
        }
        if (error is null && info.Last is { } last)
        {
            error = StreamMessages.TryEntry(scope, last, out StreamEntry message);
            response.Info.LastEntry = message;
        }
        return error;
    }
}
