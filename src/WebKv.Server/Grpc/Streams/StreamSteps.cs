using WebKv.Engine.Streams;
using WebKv.Server.Grpc.Transactions;
using WebKv.V1;
using Kind = WebKv.V1.Operation.KindOneofCase;

namespace WebKv.Server.Grpc.Streams;

/// <summary>The operations of StreamService as steps of a transaction.</summary>
internal static class StreamSteps
{
    public static IReadOnlyDictionary<Kind, TypedStep> All { get; } = new Dictionary<Kind, TypedStep>
    {
        [Kind.AppendStream] = TypedStep.Of<AppendStreamRequest, AppendStreamResponse>(
            XAdd.Info, o => o.AppendStream, r => [r.Key], r => r.Fields.Select(f => f.Value),
            EntryOperations.AppendStream, (r, v) => r.AppendStream = v),
        [Kind.DeleteStreamEntries] = TypedStep.Of<DeleteStreamEntriesRequest, DeleteStreamEntriesResponse>(
            XDel.Info, o => o.DeleteStreamEntries, r => [r.Key], null,
            EntryOperations.DeleteStreamEntries, (r, v) => r.DeleteStreamEntries = v),
        [Kind.TrimStream] = TypedStep.Of<TrimStreamRequest, TrimStreamResponse>(
            XTrim.Info, o => o.TrimStream, r => [r.Key], null,
            EntryOperations.TrimStream, (r, v) => r.TrimStream = v),
        [Kind.CreateGroup] = TypedStep.Of<CreateGroupRequest, CreateGroupResponse>(
            XGroupCreate.Info, o => o.CreateGroup, r => [r.Key], null,
            GroupOperations.CreateGroup, (r, v) => r.CreateGroup = v),
        [Kind.DeleteGroup] = TypedStep.Of<DeleteGroupRequest, DeleteGroupResponse>(
            XGroupDestroy.Info, o => o.DeleteGroup, r => [r.Key], null,
            GroupOperations.DeleteGroup, (r, v) => r.DeleteGroup = v),
        [Kind.SetGroupPosition] = TypedStep.Of<SetGroupPositionRequest, SetGroupPositionResponse>(
            XGroupSetId.Info, o => o.SetGroupPosition, r => [r.Key], null,
            GroupOperations.SetGroupPosition, (r, v) => r.SetGroupPosition = v),
        [Kind.CreateConsumer] = TypedStep.Of<CreateConsumerRequest, CreateConsumerResponse>(
            XGroupCreateConsumer.Info, o => o.CreateConsumer, r => [r.Key], null,
            GroupOperations.CreateConsumer, (r, v) => r.CreateConsumer = v),
        [Kind.DeleteConsumer] = TypedStep.Of<DeleteConsumerRequest, DeleteConsumerResponse>(
            XGroupDelConsumer.Info, o => o.DeleteConsumer, r => [r.Key], null,
            GroupOperations.DeleteConsumer, (r, v) => r.DeleteConsumer = v),
        [Kind.ReadGroup] = TypedStep.Of<ReadGroupRequest, ReadGroupResponse>(
            XReadGroup.Info, o => o.ReadGroup, r => r.Streams.Select(s => s.Key), null,
            DeliveryOperations.ReadGroup, (r, v) => r.ReadGroup = v),
        [Kind.AcknowledgeEntries] = TypedStep.Of<AcknowledgeEntriesRequest, AcknowledgeEntriesResponse>(
            XAck.Info, o => o.AcknowledgeEntries, r => [r.Key], null,
            DeliveryOperations.AcknowledgeEntries, (r, v) => r.AcknowledgeEntries = v),
        [Kind.ClaimEntries] = TypedStep.Of<ClaimEntriesRequest, ClaimEntriesResponse>(
            XClaim.Info, o => o.ClaimEntries, r => [r.Key], null,
            DeliveryOperations.ClaimEntries, (r, v) => r.ClaimEntries = v),
        [Kind.AutoClaimEntries] = TypedStep.Of<AutoClaimEntriesRequest, AutoClaimEntriesResponse>(
            XAutoClaim.Info, o => o.AutoClaimEntries, r => [r.Key], null,
            DeliveryOperations.AutoClaimEntries, (r, v) => r.AutoClaimEntries = v),
    };
}
