using WebKv.Engine.Sets;
using WebKv.Server.Grpc.Transactions;
using WebKv.V1;
using Kind = WebKv.V1.Operation.KindOneofCase;

namespace WebKv.Server.Grpc.Sets;

/// <summary>The operations of SetService as steps of a transaction.</summary>
internal static class SetSteps
{
    public static IReadOnlyDictionary<Kind, TypedStep> All { get; } = new Dictionary<Kind, TypedStep>
    {
        [Kind.AddSetMembers] = TypedStep.Of<AddSetMembersRequest, AddSetMembersResponse>(
            SAdd.Info, o => o.AddSetMembers, r => [r.Key], r => r.Members,
            SetOperations.AddSetMembers, (r, v) => r.AddSetMembers = v),
        [Kind.RemoveSetMembers] = TypedStep.Of<RemoveSetMembersRequest, RemoveSetMembersResponse>(
            SRem.Info, o => o.RemoveSetMembers, r => [r.Key], null,
            SetOperations.RemoveSetMembers, (r, v) => r.RemoveSetMembers = v),
        [Kind.PopSetMembers] = TypedStep.Of<PopSetMembersRequest, PopSetMembersResponse>(
            SPop.Info, o => o.PopSetMembers, r => [r.Key], null,
            SetOperations.PopSetMembers, (r, v) => r.PopSetMembers = v),
        [Kind.MoveSetMember] = TypedStep.Of<MoveSetMemberRequest, MoveSetMemberResponse>(
            SMove.Info, o => o.MoveSetMember, r => [r.Key, r.Destination], null,
            SetOperations.MoveSetMember, (r, v) => r.MoveSetMember = v),
        [Kind.StoreCombinedSets] = TypedStep.Of<StoreCombinedSetsRequest, StoreCombinedSetsResponse>(
            SUnionStore.Info, o => o.StoreCombinedSets, r => r.Keys.Append(r.Destination), null,
            CombineOperations.StoreCombinedSets, (r, v) => r.StoreCombinedSets = v),
    };
}
