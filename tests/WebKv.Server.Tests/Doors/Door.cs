namespace WebKv.Server.Tests.Doors;

/// <summary>A client of one door.</summary>
public sealed record Door(
    string Name, IStringDoor Strings, IKeyDoor Keys, ICommandDoor Commands, IPubSubDoor PubSub)
{
    public const string Rest = "REST";
    public const string Grpc = "gRPC";
    public const string Resp = "RESP";

    public static IReadOnlyList<string> Names { get; } = [Rest, Grpc, Resp];

    public override string ToString() => Name;
}
