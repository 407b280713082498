using WebKv.V1;

namespace WebKv.Server.Grpc.Lists;

/// <summary>The methods of ListService.</summary>
internal static class ListMethods
{
    public static void Bind(ServiceBinder service)
    {
        service.Add<PushListRequest, PushListResponse>("PushList", ListOperations.PushList);
        service.Add<PopListRequest, PopListResponse>("PopList", ListOperations.PopList);
        service.Add<MoveListItemRequest, MoveListItemResponse>("MoveListItem", ListOperations.MoveListItem);
        service.AddWaiting<BlockingPopListRequest, BlockingPopListResponse>(
            "BlockingPopList", ListWaits.BlockingPopList, request => request.Wait);
        service.AddWaiting<BlockingMoveListItemRequest, BlockingMoveListItemResponse>(
            "BlockingMoveListItem", ListWaits.BlockingMoveListItem, request => request.Wait);
        service.Add<RangeListRequest, RangeListResponse>("RangeList", ListReads.RangeList);
        service.Add<GetListItemRequest, GetListItemResponse>("GetListItem", ListReads.GetListItem);
        service.Add<SetListItemRequest, SetListItemResponse>("SetListItem", ListOperations.SetListItem);
        service.Add<InsertListItemRequest, InsertListItemResponse>("InsertListItem", ListOperations.InsertListItem);
        service.Add<RemoveListItemsRequest, RemoveListItemsResponse>(
            "RemoveListItems", ListOperations.RemoveListItems);
        service.Add<TrimListRequest, TrimListResponse>("TrimList", ListOperations.TrimList);
        service.Add<FindListPositionsRequest, FindListPositionsResponse>(
            "FindListPositions", ListReads.FindListPositions);
        service.Add<GetListLengthRequest, GetListLengthResponse>("GetListLength", ListReads.GetListLength);
    }
}
