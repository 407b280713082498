using WebKv.V1;

namespace WebKv.Server.Grpc.Streams;

/// <summary>The methods of StreamService.</summary>
internal static class StreamMethods
{
    public static void Bind(ServiceBinder service)
    {
        service.Add<AppendStreamRequest, AppendStreamResponse>("AppendStream", EntryOperations.AppendStream);
        service.Add<RangeStreamRequest, RangeStreamResponse>("RangeStream", EntryOperations.RangeStream);
        service.AddWaiting<ReadStreamsRequest, ReadStreamsResponse>(
            "ReadStreams", EntryOperations.ReadStreams, request => request.Wait);
        service.Add<DeleteStreamEntriesRequest, DeleteStreamEntriesResponse>(
            "DeleteStreamEntries", EntryOperations.DeleteStreamEntries);
        service.Add<TrimStreamRequest, TrimStreamResponse>("TrimStream", EntryOperations.TrimStream);
        service.Add<GetStreamInfoRequest, GetStreamInfoResponse>("GetStreamInfo", EntryOperations.GetStreamInfo);
        service.Add<CreateGroupRequest, CreateGroupResponse>("CreateGroup", GroupOperations.CreateGroup);
        service.Add<DeleteGroupRequest, DeleteGroupResponse>("DeleteGroup", GroupOperations.DeleteGroup);
        service.Add<SetGroupPositionRequest, SetGroupPositionResponse>(
            "SetGroupPosition", GroupOperations.SetGroupPosition);
        service.Add<CreateConsumerRequest, CreateConsumerResponse>("CreateConsumer", GroupOperations.CreateConsumer);
        service.Add<DeleteConsumerRequest, DeleteConsumerResponse>("DeleteConsumer", GroupOperations.DeleteConsumer);
        service.Add<ListGroupsRequest, ListGroupsResponse>("ListGroups", GroupOperations.ListGroups);
        service.Add<ListConsumersRequest, ListConsumersResponse>("ListConsumers", GroupOperations.ListConsumers);
        service.AddWaiting<ReadGroupRequest, ReadGroupResponse>(
            "ReadGroup", DeliveryOperations.ReadGroup, request => request.Wait);
        service.Add<AcknowledgeEntriesRequest, AcknowledgeEntriesResponse>(
            "AcknowledgeEntries", DeliveryOperations.AcknowledgeEntries);
        service.Add<ListPendingEntriesRequest, ListPendingEntriesResponse>(
            "ListPendingEntries", DeliveryOperations.ListPendingEntries);
        service.Add<ClaimEntriesRequest, ClaimEntriesResponse>("ClaimEntries", DeliveryOperations.ClaimEntries);
        service.Add<AutoClaimEntriesRequest, AutoClaimEntriesResponse>(
            "AutoClaimEntries", DeliveryOperations.AutoClaimEntries);
    }
}
