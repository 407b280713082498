using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.PubSub;
using WebKv.Engine.Replies;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.PubSub;

/// <summary>Channels: publishing to one, and who is subscribed.</summary>
internal static class ChannelEndpoints
{
    public static void Map(RestRoutes routes)
    {
        routes.Get("/channels", PubSubDocs.List, List);
        routes.GetAndHead("/channels/{channel}", PubSubDocs.Get, Get);
        routes.PostValue("/channels/{channel}/messages", PubSubDocs.Publish, ReadTarget, Publish);
    }

    private static Task List(ref RestCall call)
    {
        byte[]? match = call.Url.Bytes("match");
        ChannelPattern pattern = match is null ? default : new ChannelPattern(match);
        BinaryEncoding encoding = call.ReadEncoding();
        ChannelsReply channels;
        Error? error = call.Url.Flag("sharded")
            ? call.Execute(new PubSubShardChannels { Pattern = pattern }, out channels)
            : call.Execute(new PubSubChannels { Pattern = pattern }, out channels);
        if (error is not null)
            return call.Fail(error);
        List<ChannelItem> items =
            [.. channels.Channels.Select(c => new ChannelItem(new BinaryValue(c.Name, encoding), c.Subscribers))];
        error = call.ExecutePart(new PubSubNumPat(), out IntegerReply patterns);
        return call.Json(error, new ChannelList(items, patterns.Value), RestJsonContext.Default.ChannelList);
    }

    private static Task Get(ref RestCall call)
    {
        byte[] channel = call.PathName("channel");
        SubscriberCountsReply counts;
        Error? error = call.Url.Flag("sharded")
            ? call.Execute(new PubSubShardNumSub { Channels = [channel] }, out counts)
            : call.Execute(new PubSubNumSub { Channels = [channel] }, out counts);
        if (error is not null)
            return call.Fail(error);
        var result = new SubscribersResult(counts.Channels[0].Subscribers);
        return call.Json(null, result, RestJsonContext.Default.SubscribersResult);
    }

    private static ChannelTarget ReadTarget(ref RestCall call) =>
        new(call.PathName("channel"), call.Url.Flag("sharded"));

    private static Task Publish(ref RestCall call, ChannelTarget target, Value message)
    {
        IntegerReply receivers;
        Error? error = target.IsSharded
            ? call.Execute(new SPublish { Channel = target.Channel, Message = message }, out receivers)
            : call.Execute(new Publish { Channel = target.Channel, Message = message }, out receivers);
        return call.Json(error, new ReceiversResult(receivers.Value), RestJsonContext.Default.ReceiversResult);
    }
}
