using Grpc.Net.Client;
using WebKv.Server.Tests.Hosting;
using WebKv.Server.Tests.Rest;
using WebKv.V1;

namespace WebKv.Server.Tests.Doors;

/// <summary>One server and clients of all its doors.</summary>
public sealed class DoorFixture : IAsyncDisposable
{
    private readonly RestClient _rest;
    private readonly GrpcChannel _channel;
    private readonly List<RespPeer> _resp = [];

    public DoorFixture()
    {
        Server = new KvServer();
        _rest = new RestClient(Server.HttpUri);
        _channel = GrpcChannel.ForAddress(Server.GrpcUri, new GrpcChannelOptions { MaxReceiveMessageSize = null });
    }

    public KvServer Server { get; }

    /// <summary>A client of a door, by its name, that works on a database.</summary>
    public Door Open(string door, int database = 0) => door switch
    {
        Door.Rest => OpenRest(new RestPeer(_rest, database)),
        Door.Grpc => OpenGrpc(new GrpcPeer(database)),
        _ => OpenResp(database),
    };

    /// <summary>The ETag of a key's content without what a door adds to it.</summary>
    public async Task<string> EtagAsync(string door, string key)
    {
        if (door == Door.Rest)
        {
            RestAnswer answer = await new RestPeer(_rest, 0).SendAsync("GET /v1/keys/{key}", key);
            return ((string)answer.Json["etag"]!).Trim('"').Split('.')[0];
        }
        var keys = new KeyService.KeyServiceClient(_channel);
        return (await GrpcPeer.AnswerAsync(keys.GetKeyAsync(new() { Key = GrpcPeer.Bytes(key) }))).Version.Etag;
    }

    public async ValueTask DisposeAsync()
    {
        _rest.Dispose();
        _channel.Dispose();
        foreach (RespPeer peer in _resp)
            peer.Dispose();
        await Server.DisposeAsync();
    }

    private Door OpenRest(RestPeer peer) => new(Door.Rest)
    {
        Strings = new RestStrings(peer),
        Lists = new RestLists(peer),
        Sets = new RestSets(peer),
        SortedSets = new RestSortedSets(peer),
        Hashes = new RestHashes(peer),
        Streams = new RestStreams(peer),
        Waits = new RestWaits(peer),
        Keys = new RestKeys(peer),
        Commands = new RestCommands(peer),
        PubSub = new RestPubSub(peer, Server.HttpUri),
    };

    private Door OpenGrpc(GrpcPeer peer) => new(Door.Grpc)
    {
        Strings = new GrpcStrings(new(_channel), peer),
        Lists = new GrpcLists(new(_channel), peer),
        Sets = new GrpcSets(new(_channel), peer),
        SortedSets = new GrpcSortedSets(new(_channel), peer),
        Hashes = new GrpcHashes(new(_channel), peer),
        Streams = new GrpcStreams(new(_channel), peer),
        Waits = new GrpcWaits(_channel, peer),
        Keys = new GrpcKeys(new(_channel), peer),
        Commands = new GrpcCommands(new(_channel), new(_channel), peer),
        PubSub = new GrpcPubSub(new(_channel), peer),
    };

    private Door OpenResp(int database)
    {
        var peer = new RespPeer(Server.ConnectResp(), database);
        _resp.Add(peer);
        return new Door(Door.Resp)
        {
            Strings = new RespStrings(peer),
            Lists = new RespLists(peer),
            Sets = new RespSets(peer),
            SortedSets = new RespSortedSets(peer),
            Hashes = new RespHashes(peer),
            Streams = new RespStreams(peer),
            Waits = new RespWaits(peer),
            Keys = new RespKeys(peer),
            Commands = new RespCommands(peer),
            PubSub = new RespPubSub(peer, Server.ConnectResp),
        };
    }
}
