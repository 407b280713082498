using WebKv.Engine.Lists;
using WebKv.Server.Grpc.Transactions;
using WebKv.V1;
using Kind = WebKv.V1.Operation.KindOneofCase;

namespace WebKv.Server.Grpc.Lists;

/// <summary>The operations of ListService as steps of a transaction.</summary>
internal static class ListSteps
{
    public static IReadOnlyDictionary<Kind, TypedStep> All { get; } = new Dictionary<Kind, TypedStep>
    {
        [Kind.PushList] = TypedStep.Of<PushListRequest, PushListResponse>(
            RPush.Info, o => o.PushList, r => [r.Key], r => r.Values,
            ListOperations.PushList, (r, v) => r.PushList = v),
        [Kind.PopList] = TypedStep.Of<PopListRequest, PopListResponse>(
            LMPop.Info, o => o.PopList, r => r.Keys, null,
            ListOperations.PopList, (r, v) => r.PopList = v),
        [Kind.MoveListItem] = TypedStep.Of<MoveListItemRequest, MoveListItemResponse>(
            LMove.Info, o => o.MoveListItem, r => [r.Source, r.Destination], null,
            ListOperations.MoveListItem, (r, v) => r.MoveListItem = v),
        [Kind.SetListItem] = TypedStep.Of<SetListItemRequest, SetListItemResponse>(
            LSet.Info, o => o.SetListItem, r => [r.Key], r => [r.Value],
            ListOperations.SetListItem, (r, v) => r.SetListItem = v),
        [Kind.InsertListItem] = TypedStep.Of<InsertListItemRequest, InsertListItemResponse>(
            LInsert.Info, o => o.InsertListItem, r => [r.Key], r => [r.Value],
            ListOperations.InsertListItem, (r, v) => r.InsertListItem = v),
        [Kind.RemoveListItems] = TypedStep.Of<RemoveListItemsRequest, RemoveListItemsResponse>(
            LRem.Info, o => o.RemoveListItems, r => [r.Key], null,
            ListOperations.RemoveListItems, (r, v) => r.RemoveListItems = v),
        [Kind.TrimList] = TypedStep.Of<TrimListRequest, TrimListResponse>(
            LTrim.Info, o => o.TrimList, r => [r.Key], null,
            ListOperations.TrimList, (r, v) => r.TrimList = v),
    };
}
