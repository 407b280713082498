using FluentValidation;
using WebKv.V1;

namespace WebKv.Server.Grpc.Sets;

/// <summary>The methods of SetService.</summary>
internal static class SetMethods
{
    public static void Bind(ServiceBinder service)
    {
        IValidator<StreamSetMembersRequest>? streamValidator = service.ValidatorOf<StreamSetMembersRequest>();
        service.Add<AddSetMembersRequest, AddSetMembersResponse>("AddSetMembers", SetOperations.AddSetMembers);
        service.Add<RemoveSetMembersRequest, RemoveSetMembersResponse>(
            "RemoveSetMembers", SetOperations.RemoveSetMembers);
        service.Add<ContainsSetMembersRequest, ContainsSetMembersResponse>(
            "ContainsSetMembers", SetOperations.ContainsSetMembers);
        service.Add<GetSetCardinalityRequest, GetSetCardinalityResponse>(
            "GetSetCardinality", SetOperations.GetSetCardinality);
        service.Add<GetSetMembersRequest, GetSetMembersResponse>("GetSetMembers", SetOperations.GetSetMembers);
        service.Add<ScanSetRequest, ScanSetResponse>("ScanSet", SetScanOperations.ScanSet);
        service.AddServerStream<StreamSetMembersRequest, StreamSetMembersResponse>(
            "StreamSetMembers", (door, request, responses, call) => door.RunScanAsync(
                SetScanOperations.StreamSetMembers, SetScanOperations.TryAdvance, streamValidator,
                new StreamedCall<StreamSetMembersRequest, StreamSetMembersResponse>(request, responses, call)));
        service.Add<PopSetMembersRequest, PopSetMembersResponse>("PopSetMembers", SetOperations.PopSetMembers);
        service.Add<GetRandomSetMembersRequest, GetRandomSetMembersResponse>(
            "GetRandomSetMembers", SetOperations.GetRandomSetMembers);
        service.Add<MoveSetMemberRequest, MoveSetMemberResponse>("MoveSetMember", SetOperations.MoveSetMember);
        service.Add<CombineSetsRequest, CombineSetsResponse>("CombineSets", CombineOperations.CombineSets);
        service.Add<StoreCombinedSetsRequest, StoreCombinedSetsResponse>(
            "StoreCombinedSets", CombineOperations.StoreCombinedSets);
    }
}
