using System.Text;
using Google.Protobuf;
using WebKv.Engine.Errors;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.Streams;
using WebKv.Server.Grpc.Messages;
using WebKv.V1;
using ConsumerInfo = WebKv.V1.ConsumerInfo;
using Error = WebKv.Engine.Errors.Error;
using GroupInfo = WebKv.V1.GroupInfo;

namespace WebKv.Server.Grpc.Streams;

/// <summary>The methods of StreamService on groups and their consumers; requests have passed validation.</summary>
internal static class GroupOperations
{
    public static Error? CreateGroup(OperationScope scope, CreateGroupRequest request, out CreateGroupResponse response)
    {
        response = new CreateGroupResponse();
        scope.StateKey = request.Key;
        scope.Subject = request.Key;
        string start = request.Start.Length == 0 ? "$" : request.Start;
        if (TryPosition(start, request.HasEntriesRead, request.EntriesRead, out GroupPosition position) is { } invalid)
            return invalid;
        var command = new XGroupCreate
        {
            Key = Key.Of(request.Key.Span),
            Group = request.Group.Span,
            Position = position,
            MakeStream = request.MakeStream,
        };
        Error? error = scope.Execute(command, out OkReply _);
        response.Version = scope.Version();
        return error;
    }

    public static Error? DeleteGroup(OperationScope scope, DeleteGroupRequest request, out DeleteGroupResponse response)
    {
        response = new DeleteGroupResponse();
        scope.StateKey = request.Key;
        scope.Subject = request.Key;
        var command = new XGroupDestroy { Key = Key.Of(request.Key.Span), Group = request.Group.Span };
        Error? error = scope.Execute(command, out IntegerReply deleted);
        response.Deleted = deleted.Value == 1;
        response.Version = scope.Version();
        return error;
    }

    public static Error? SetGroupPosition(
        OperationScope scope, SetGroupPositionRequest request, out SetGroupPositionResponse response)
    {
        response = new SetGroupPositionResponse();
        scope.StateKey = request.Key;
        scope.Subject = request.Key;
        if (TryPosition(request.Id, request.HasEntriesRead, request.EntriesRead, out GroupPosition position)
            is { } invalid)
            return invalid;
        var command = new XGroupSetId
        {
            Key = Key.Of(request.Key.Span),
            Group = request.Group.Span,
            Position = position,
        };
        Error? error = scope.Execute(command, out OkReply _);
        response.Version = scope.Version();
        return error;
    }

    public static Error? CreateConsumer(
        OperationScope scope, CreateConsumerRequest request, out CreateConsumerResponse response)
    {
        response = new CreateConsumerResponse();
        scope.StateKey = request.Key;
        scope.Subject = request.Key;
        var command = new XGroupCreateConsumer
        {
            Key = Key.Of(request.Key.Span),
            Group = request.Group.Span,
            Consumer = request.Consumer.Span,
        };
        Error? error = scope.Execute(command, out IntegerReply created);
        response.Created = created.Value == 1;
        response.Version = scope.Version();
        return error;
    }

    public static Error? DeleteConsumer(
        OperationScope scope, DeleteConsumerRequest request, out DeleteConsumerResponse response)
    {
        response = new DeleteConsumerResponse();
        scope.StateKey = request.Key;
        scope.Subject = request.Key;
        var command = new XGroupDelConsumer
        {
            Key = Key.Of(request.Key.Span),
            Group = request.Group.Span,
            Consumer = request.Consumer.Span,
        };
        Error? error = scope.Execute(command, out ConsumerRemovedReply removed);
        response.Deleted = removed.Existed;
        response.PendingCount = removed.Pending;
        response.Version = scope.Version();
        return error;
    }

    public static Error? ListGroups(OperationScope scope, ListGroupsRequest request, out ListGroupsResponse response)
    {
        response = new ListGroupsResponse();
        Error? error = scope.Execute(new XInfoGroups { Key = Key.Of(request.Key.Span) }, out GroupInfosReply groups);
        if (error is not null)
            return error == CommonErrors.NoSuchKey ? null : error;
        foreach (Engine.Streams.GroupInfo group in groups.Groups)
        {
            if (scope.TakeBytes(group.Name.Length) is { } tooLarge)
                return tooLarge;
            response.Groups.Add(MessageOf(group));
        }
        return null;
    }

    public static Error? ListConsumers(
        OperationScope scope, ListConsumersRequest request, out ListConsumersResponse response)
    {
        response = new ListConsumersResponse();
        scope.Subject = request.Key;
        var command = new XInfoConsumers { Key = Key.Of(request.Key.Span), Group = request.Group.Span };
        if (scope.Execute(command, out ConsumerInfosReply consumers) is { } error)
            return error;
        foreach (Engine.Streams.ConsumerInfo consumer in consumers.Consumers)
        {
            if (scope.TakeBytes(consumer.Name.Length) is { } tooLarge)
                return tooLarge;
            response.Consumers.Add(new ConsumerInfo
            {
                Name = ByteString.CopyFrom(consumer.Name),
                PendingCount = consumer.Pending,
                Idle = Times.ToDuration(consumers.IdleMs(consumer)),
                Inactive = consumer.ActiveMs < 0 ? null : Times.ToDuration(consumers.InactiveMs(consumer)),
            });
        }
        return null;
    }

    private static GroupInfo MessageOf(Engine.Streams.GroupInfo group)
    {
        var message = new GroupInfo
        {
            Name = ByteString.CopyFrom(group.Name),
            ConsumerCount = group.Consumers,
            PendingCount = group.Pending,
            LastId = group.LastId.ToString(),
        };
        if (group.EntriesRead is { } read)
            message.EntriesRead = read;
        if (group.Lag is { } lag)
            message.Lag = lag;
        return message;
    }

    private static Error? TryPosition(string id, bool isCounted, long entriesRead, out GroupPosition position) =>
        GroupPosition.Parse(Encoding.UTF8.GetBytes(id), isCounted ? entriesRead : -1, out position);
}
