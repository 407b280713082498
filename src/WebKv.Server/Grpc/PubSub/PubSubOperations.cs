using Google.Protobuf;
using WebKv.Engine.PubSub;
using WebKv.Engine.Replies;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;

namespace WebKv.Server.Grpc.PubSub;

/// <summary>The unary operations of PubSubService.</summary>
internal static class PubSubOperations
{
    public static Error? Publish(OperationScope scope, PublishRequest request, out PublishResponse response)
    {
        ReadOnlySpan<byte> channel = request.Channel.Span;
        IntegerReply receivers;
        Error? error = request.Sharded
            ? scope.Execute(
                new SPublish { Channel = channel, Message = scope.ValueOf(request.Message) }, out receivers)
            : scope.Execute(
                new Publish { Channel = channel, Message = scope.ValueOf(request.Message) }, out receivers);
        response = new PublishResponse { Receivers = receivers.Value };
        return error;
    }

    public static Error? ListChannels(
        OperationScope scope, ListChannelsRequest request, out ListChannelsResponse response)
    {
        response = new ListChannelsResponse();
        ChannelPattern pattern = request.HasMatch ? new ChannelPattern(request.Match.Span) : default;
        ChannelsReply channels;
        Error? error = request.Sharded
            ? scope.Execute(new PubSubShardChannels { Pattern = pattern }, out channels)
            : scope.Execute(new PubSubChannels { Pattern = pattern }, out channels);
        if (error is not null)
            return error;
        foreach (ChannelCount channel in channels.Channels)
            response.Channels.Add(new ChannelInfo
            {
                Channel = UnsafeByteOperations.UnsafeWrap(channel.Name),
                Subscribers = channel.Subscribers,
            });
        error = scope.ExecutePart(new PubSubNumPat(), out IntegerReply patterns);
        response.Patterns = patterns.Value;
        return error;
    }
}
