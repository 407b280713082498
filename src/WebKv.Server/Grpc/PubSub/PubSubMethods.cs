using FluentValidation;
using WebKv.V1;

namespace WebKv.Server.Grpc.PubSub;

/// <summary>The methods of PubSubService.</summary>
internal static class PubSubMethods
{
    public static void Bind(ServiceBinder service)
    {
        IValidator<SubscribeRequest>? subscribe = service.ValidatorOf<SubscribeRequest>();
        IValidator<SubscribeSessionRequest>? session = service.ValidatorOf<SubscribeSessionRequest>();
        service.Add<PublishRequest, PublishResponse>("Publish", PubSubOperations.Publish);
        service.Add<ListChannelsRequest, ListChannelsResponse>("ListChannels", PubSubOperations.ListChannels);
        service.AddServerStream<SubscribeRequest, SubscribeResponse>(
            "Subscribe", (door, request, responses, call) =>
                door.RunSubscribeAsync(subscribe, request, responses, call));
        service.AddDuplex<SubscribeSessionRequest, SubscribeSessionResponse>(
            "SubscribeSession", (door, requests, responses, call) =>
                door.RunSubscribeSessionAsync(session, requests, responses, call));
    }
}
