using Grpc.Core;
using WebKv.V1;
using static WebKv.Server.Tests.Doors.GrpcPeer;

namespace WebKv.Server.Tests.Doors;

/// <summary>Sets over gRPC.</summary>
public sealed class GrpcSets(SetService.SetServiceClient client, GrpcPeer peer) : ISetDoor
{
    public async Task<long> AddAsync(string key, params string[] members)
    {
        var request = new AddSetMembersRequest { Key = Bytes(key), Members = { Many(members) } };
        return (await AnswerAsync(client.AddSetMembersAsync(request, peer.Options))).Added;
    }

    public async Task<bool> PutAsync(string key, string member) => await AddAsync(key, member) == 1;

    public async Task<long> RemoveAsync(string key, params string[] members)
    {
        var request = new RemoveSetMembersRequest { Key = Bytes(key), Members = { Many(members) } };
        return (await AnswerAsync(client.RemoveSetMembersAsync(request, peer.Options))).Removed;
    }

    public async Task<bool> TakeOutAsync(string key, string member) => await RemoveAsync(key, member) == 1;

    public async Task<long> CountAsync(string key)
    {
        var request = new GetSetCardinalityRequest { Key = Bytes(key) };
        GetSetCardinalityResponse answer = await AnswerAsync(client.GetSetCardinalityAsync(request, peer.Options));
        Assert.Equal(answer.Cardinality > 0, answer.Version.Etag.Length > 0);
        return answer.Cardinality;
    }

    public async Task<bool> HasAsync(string key, string member) => (await ContainsAsync(key, member))[0];

    public async Task<bool[]> ContainsAsync(string key, params string[] members)
    {
        var request = new ContainsSetMembersRequest { Key = Bytes(key), Members = { Many(members) } };
        return [.. (await AnswerAsync(client.ContainsSetMembersAsync(request, peer.Options))).Contains];
    }

    public async Task<List<string>> MembersAsync(string key)
    {
        var request = new GetSetMembersRequest { Key = Bytes(key) };
        return Texts((await AnswerAsync(client.GetSetMembersAsync(request, peer.Options))).Members);
    }

    public async Task<List<string>> ScanAsync(string key, string match, int pageSize)
    {
        var members = new List<string>();
        var request = new ScanSetRequest { Key = Bytes(key), Match = Bytes(match), PageSize = pageSize };
        do
        {
            ScanSetResponse page = await AnswerAsync(client.ScanSetAsync(request, peer.Options));
            members.AddRange(page.Members.Select(Text));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return members;
    }

    public async Task<List<string>> StreamAsync(string key)
    {
        var members = new List<string>();
        var request = new StreamSetMembersRequest { Key = Bytes(key), PageSize = 7 };
        using AsyncServerStreamingCall<StreamSetMembersResponse> call =
            client.StreamSetMembers(request, peer.Options);
        await foreach (StreamSetMembersResponse page in call.ResponseStream.ReadAllAsync())
            members.AddRange(page.Members.Select(Text));
        return members;
    }

    public async Task<List<string>> PopAsync(string key, long count)
    {
        var request = new PopSetMembersRequest { Key = Bytes(key), Count = count };
        return Texts((await AnswerAsync(client.PopSetMembersAsync(request, peer.Options))).Members);
    }

    public async Task<List<string>> RandomAsync(string key, long count)
    {
        var request = new GetRandomSetMembersRequest { Key = Bytes(key), Count = count };
        return Texts((await AnswerAsync(client.GetRandomSetMembersAsync(request, peer.Options))).Members);
    }

    public async Task<bool> MoveAsync(string key, string to, string member)
    {
        var request = new MoveSetMemberRequest { Key = Bytes(key), Destination = Bytes(to), Member = Bytes(member) };
        return (await AnswerAsync(client.MoveSetMemberAsync(request, peer.Options))).Moved;
    }

    public async Task<List<string>> CombineAsync(string operation, params string[] keys)
    {
        var request = new CombineSetsRequest { Operation = OperationOf(operation), Keys = { Many(keys) } };
        CombineSetsResponse answer = await AnswerAsync(client.CombineSetsAsync(request, peer.Options));
        Assert.Equal(answer.Members.Count, answer.Count);
        return Texts(answer.Members);
    }

    public async Task<long> CountIntersectionAsync(long limit, params string[] keys)
    {
        var request = new CombineSetsRequest
        {
            Operation = SetOperation.Intersection,
            Keys = { Many(keys) },
            CountOnly = true,
            Limit = limit,
        };
        CombineSetsResponse answer = await AnswerAsync(client.CombineSetsAsync(request, peer.Options));
        Assert.Empty(answer.Members);
        return answer.Count;
    }

    public async Task<long> StoreAsync(string operation, string destination, params string[] keys)
    {
        var request = new StoreCombinedSetsRequest
        {
            Operation = OperationOf(operation),
            Destination = Bytes(destination),
            Keys = { Many(keys) },
        };
        return (await AnswerAsync(client.StoreCombinedSetsAsync(request, peer.Options))).Count;
    }

    private static List<string> Texts(IEnumerable<Google.Protobuf.ByteString> members) => [.. members.Select(Text)];

    private static SetOperation OperationOf(string operation) => operation switch
    {
        "union" => SetOperation.Union,
        "intersection" => SetOperation.Intersection,
        _ => SetOperation.Difference,
    };
}
