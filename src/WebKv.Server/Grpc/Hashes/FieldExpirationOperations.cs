using Google.Protobuf.Collections;
using WebKv.Engine.Commands;
using WebKv.Engine.Hashes;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.Strings;
using WebKv.Server.Grpc.Keys;
using WebKv.Server.Grpc.Messages;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;

namespace WebKv.Server.Grpc.Hashes;

/// <summary>The methods of HashService on when fields expire; requests have passed validation.</summary>
internal static class FieldExpirationOperations
{
    private const long NoField = -2;
    private const long NoDeadline = -1;

    public static Error? SetHashFieldExpirations(
        OperationScope scope, SetHashFieldExpirationsRequest request, out SetHashFieldExpirationsResponse response)
    {
        response = new SetHashFieldExpirationsResponse();
        scope.StateKey = request.Key;
        using CommandLine line = CommandLines.Of(request.Fields);
        if (Expire(scope, request, line, out IntegersReply results) is { } error)
            return error;
        AddOutcomes(results, response.Outcomes);
        response.Version = scope.Version();
        return null;
    }

    public static Error? GetHashFieldExpirations(
        OperationScope scope, GetHashFieldExpirationsRequest request, out GetHashFieldExpirationsResponse response)
    {
        response = new GetHashFieldExpirationsResponse();
        using CommandLine line = CommandLines.Of(request.Fields);
        var command = new HPExpireTime { Key = Key.Of(request.Key.Span), Fields = line.AsValues() };
        if (scope.Execute(command, out IntegersReply deadlines) is { } error)
            return error;
        foreach (long deadline in deadlines.Values)
        {
            long deadlineMs = deadline is NoField or NoDeadline ? 0 : deadline;
            response.Expirations.Add(new GetHashFieldExpirationsResponse.Types.FieldExpiration
            {
                Exists = deadline != NoField,
                Ttl = Times.Left(deadlineMs, scope.NowMs),
                ExpireTime = Times.ToTimestamp(deadlineMs),
            });
        }
        return null;
    }

    public static Error? ClearHashFieldExpirations(
        OperationScope scope,
        ClearHashFieldExpirationsRequest request,
        out ClearHashFieldExpirationsResponse response)
    {
        response = new ClearHashFieldExpirationsResponse();
        scope.StateKey = request.Key;
        using CommandLine line = CommandLines.Of(request.Fields);
        var command = new HPersist { Key = Key.Of(request.Key.Span), Fields = line.AsValues() };
        if (scope.Execute(command, out IntegersReply results) is { } error)
            return error;
        AddOutcomes(results, response.Outcomes);
        response.Version = scope.Version();
        return null;
    }

    public static Error? GetAndExpireHashFields(
        OperationScope scope, GetAndExpireHashFieldsRequest request, out GetAndExpireHashFieldsResponse response)
    {
        response = new GetAndExpireHashFieldsResponse();
        scope.StateKey = request.Key;
        using CommandLine line = CommandLines.Of(request.Fields);
        var command = new HGetEx
        {
            Key = Key.Of(request.Key.Span),
            Fields = line.AsValues(),
            Expiry = ChangeOf(request),
        };
        if (scope.Execute(command, out BulksReply values) is { } error)
            return error;
        response.Version = scope.Version();
        return HashOperations.AddValues(scope, values, response.Values);
    }

    private static Error? Expire(
        OperationScope scope, SetHashFieldExpirationsRequest request, CommandLine line, out IntegersReply results)
    {
        Key key = Key.Of(request.Key.Span);
        if (request.DeadlineCase == SetHashFieldExpirationsRequest.DeadlineOneofCase.ExpireTime)
        {
            Times.TryUnixMs(request.ExpireTime, out long unixMs);
            var at = new HPExpireAt
            {
                Key = key,
                UnixMs = unixMs,
                Condition = ExpirationOperations.ConditionOf(request.Condition),
                Fields = line.AsValues(),
            };
            return scope.Execute(at, out results);
        }
        Times.TryMs(request.Ttl, out long ms);
        var after = new HPExpire
        {
            Key = key,
            Ms = ms,
            Condition = ExpirationOperations.ConditionOf(request.Condition),
            Fields = line.AsValues(),
        };
        return scope.Execute(after, out results);
    }

    private static void AddOutcomes(IntegersReply results, RepeatedField<HashFieldOutcome> outcomes)
    {
        foreach (long result in results.Values)
            outcomes.Add(result switch
            {
                1 => HashFieldOutcome.Applied,
                2 => HashFieldOutcome.Deleted,
                NoField => HashFieldOutcome.Missing,
                _ => HashFieldOutcome.Unchanged,
            });
    }

    private static Expiry ChangeOf(GetAndExpireHashFieldsRequest request) => request.ChangeCase switch
    {
        GetAndExpireHashFieldsRequest.ChangeOneofCase.Ttl when Times.TryMs(request.Ttl, out long ms) =>
            Expiry.After(ms),
        GetAndExpireHashFieldsRequest.ChangeOneofCase.ExpireTime
            when Times.TryUnixMs(request.ExpireTime, out long ms) => Expiry.At(ms),
        GetAndExpireHashFieldsRequest.ChangeOneofCase.Persist => Expiry.Remove,
        _ => default,
    };
}
