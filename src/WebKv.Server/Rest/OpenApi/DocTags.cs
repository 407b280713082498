using Microsoft.AspNetCore.Mvc.ApiExplorer;

namespace WebKv.Server.Rest.OpenApi;

/// <summary>The chapters of the document in their order.</summary>
internal static class DocTags
{
    public const string Keys = "Keys";
    public const string Strings = "Strings";
    public const string Bits = "Bits";
    public const string Lists = "Lists";
    public const string Sets = "Sets";
    public const string SortedSets = "Sorted sets";
    public const string Hashes = "Hashes";
    public const string Streams = "Streams";
    public const string PubSub = "PubSub";
    public const string Commands = "Commands";
    public const string Transactions = "Transactions";
    public const string Service = "Service";

    public static readonly IReadOnlyList<(string Name, string Description)> All =
    [
        (Keys, "Keys of any type: what they are, how long they live, their names."),
        (Strings, "Values of bytes: whole, in parts, as numbers, many at once."),
        (Bits, "Strings as bitmaps."),
        (Lists, "Sequences whose both ends are cheap: queues, stacks, logs."),
        (Sets, "Different members without an order: one set, or several combined."),
        (SortedSets, "Different members in the order of their scores: ranges, positions, combinations."),
        (Hashes, "Fields with values, each with an expiry of its own if it wants one."),
        (Streams, "Entries in the order of their ids, read by many or shared out to groups of consumers."),
        (PubSub, "Messages between clients of all doors, and events of keys."),
        (Commands, "Any command of the server as JSON, one or many."),
        (Transactions, "Commands as one unit, under preconditions."),
        (Service, "The server itself."),
    ];

    public static int PositionOf(ApiDescription operation)
    {
        OperationDocs docs = operation.ActionDescriptor.EndpointMetadata.OfType<OperationDocs>().Single();
        return All.ToList().FindIndex(tag => tag.Name == docs.Tag);
    }
}
