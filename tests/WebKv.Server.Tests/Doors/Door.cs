namespace WebKv.Server.Tests.Doors;

/// <summary>A client of one door.</summary>
public sealed record Door(string Name)
{
    public const string Rest = "REST";
    public const string Grpc = "gRPC";
    public const string Resp = "RESP";

    public static IReadOnlyList<string> Names { get; } = [Rest, Grpc, Resp];

    public required IStringDoor Strings { get; init; }

    public required IListDoor Lists { get; init; }

    public required ISetDoor Sets { get; init; }

    public required ISortedSetDoor SortedSets { get; init; }

    public required IHashDoor Hashes { get; init; }

    public required IStreamDoor Streams { get; init; }

    public required IWaitDoor Waits { get; init; }

    public required IKeyDoor Keys { get; init; }

    public required ICommandDoor Commands { get; init; }

    public required IPubSubDoor PubSub { get; init; }

    public override string ToString() => Name;
}
