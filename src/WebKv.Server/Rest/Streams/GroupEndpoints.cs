using System.Text;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Streams;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Streams;

/// <summary>The groups of a stream and their consumers.</summary>
internal static class GroupEndpoints
{
    private const string Group = "/streams/{key}/groups/{group}";
    private const string Consumer = Group + "/consumers/{consumer}";

    public static void Map(RestRoutes routes)
    {
        routes.Get("/streams/{key}/groups", GroupDocs.List, List);
        routes.Put<PutGroupRequest>(Group, GroupDocs.Put, Put);
        routes.Delete(Group, GroupDocs.Delete, Delete);
        routes.Put<GroupPositionRequest>(Group + "/position", GroupDocs.PutPosition, PutPosition);
        routes.Get(Group + "/consumers", GroupDocs.ListConsumers, ListConsumers);
        routes.Put(Consumer, GroupDocs.PutConsumer, PutConsumer);
        routes.Delete(Consumer, GroupDocs.DeleteConsumer, DeleteConsumer);
    }

    private static Task List(ref RestCall call)
    {
        BinaryEncoding encoding = call.ReadEncodingOfWrite();
        Error? error = call.Execute(new XInfoGroups { Key = call.Key }, out GroupInfosReply groups);
        GroupItem[] items = error is not null ? [] : [.. groups.Groups.Select(group => new GroupItem(
            new BinaryValue(group.Name, encoding),
            group.Consumers,
            group.Pending,
            group.LastId.ToString(),
            group.EntriesRead is { } read ? JsonNumber.Of(read) : null,
            group.Lag is { } lag ? JsonNumber.Of(lag) : null))];
        return call.Json(error, new GroupsResult(items), RestJsonContext.Default.GroupsResult);
    }

    private static Task Put(ref RestCall call, PutGroupRequest request)
    {
        if (TryPosition(request.Start ?? "$", request.EntriesRead, out GroupPosition position) is { } invalid)
            return call.Fail(invalid);
        var command = new XGroupCreate
        {
            Key = call.Key,
            Group = call.PathName("group"),
            Position = position,
            MakeStream = request.MakeStream ?? false,
        };
        return call.Stored(call.Execute(command, out OkReply _), isNew: true);
    }

    private static Task Delete(ref RestCall call)
    {
        bool missingOk = call.Url.Flag("missingOk");
        byte[] group = call.PathName("group");
        Error? error = call.Execute(new XGroupDestroy { Key = call.Key, Group = group }, out IntegerReply removed);
        if (error is null && removed.Value == 0 && !missingOk)
            error = StreamErrors.NoGroupOfKey(call.Key.Bytes, group);
        return call.NoContent(error);
    }

    private static Task PutPosition(ref RestCall call, GroupPositionRequest request)
    {
        if (TryPosition(request.Id!, request.EntriesRead, out GroupPosition position) is { } invalid)
            return call.Fail(invalid);
        var command = new XGroupSetId { Key = call.Key, Group = call.PathName("group"), Position = position };
        return call.NoContent(call.Execute(command, out OkReply _));
    }

    private static Task ListConsumers(ref RestCall call)
    {
        BinaryEncoding encoding = call.ReadEncodingOfWrite();
        var command = new XInfoConsumers { Key = call.Key, Group = call.PathName("group") };
        Error? error = call.Execute(command, out ConsumerInfosReply consumers);
        ConsumerItem[] items = error is not null ? [] : [.. consumers.Consumers.Select(consumer => new ConsumerItem(
            new BinaryValue(consumer.Name, encoding),
            consumer.Pending,
            consumers.IdleMs(consumer),
            consumer.ActiveMs < 0 ? null : consumers.InactiveMs(consumer)))];
        return call.JsonWithoutTag(error, new ConsumersResult(items), RestJsonContext.Default.ConsumersResult);
    }

    private static Task PutConsumer(ref RestCall call)
    {
        var command = new XGroupCreateConsumer
        {
            Key = call.Key,
            Group = call.PathName("group"),
            Consumer = call.PathName("consumer"),
        };
        Error? error = call.Execute(command, out IntegerReply added);
        return call.Stored(error, isNew: added.Value == 1);
    }

    private static Task DeleteConsumer(ref RestCall call)
    {
        var command = new XGroupDelConsumer
        {
            Key = call.Key,
            Group = call.PathName("group"),
            Consumer = call.PathName("consumer"),
        };
        Error? error = call.Execute(command, out ConsumerRemovedReply removed);
        if (error is null && !removed.Existed)
            error = StreamErrors.NoSuchConsumer;
        return call.Json(
            error, new ConsumerRemovedResult(removed.Pending), RestJsonContext.Default.ConsumerRemovedResult);
    }

    private static Error? TryPosition(string id, long? entriesRead, out GroupPosition position) =>
        GroupPosition.Parse(Encoding.UTF8.GetBytes(id), entriesRead ?? -1, out position);
}
