using System.Globalization;

namespace WebKv.Server.Tests.Doors;

/// <summary>Operations that wait, over RESP.</summary>
public sealed class RespWaits(RespPeer peer) : IWaitDoor
{
    public async Task<(string Key, string Value)?> PopListAsync(string[] keys, int waitMs) =>
        await peer.CallAsync(["BLPOP", .. keys, Seconds(waitMs)]) is object?[] pair
            ? ((string)pair[0]!, (string)pair[1]!)
            : null;

    public async Task<string?> PopListAsync(string key, int waitMs) => (await PopListAsync([key], waitMs))?.Value;

    public async Task<string?> MoveAsync(string source, string destination, int waitMs) =>
        (string?)await peer.CallAsync("BLMOVE", source, destination, "LEFT", "RIGHT", Seconds(waitMs));

    public async Task<(string Key, Scored Entry)?> PopSortedSetAsync(string[] keys, bool highest, int waitMs) =>
        await peer.CallAsync([highest ? "BZPOPMAX" : "BZPOPMIN", .. keys, Seconds(waitMs)]) is object?[] found
            ? ((string)found[0]!, new Scored(
                (string)found[1]!, double.Parse((string)found[2]!, CultureInfo.InvariantCulture)))
            : null;

    public async Task<Scored?> PopSortedSetAsync(string key, bool highest, int waitMs) =>
        (await PopSortedSetAsync([key], highest, waitMs))?.Entry;

    public async Task<string[]?> ReadAsync(string key, string after, int waitMs) =>
        Ids(await peer.CallAsync("XREAD", "BLOCK", $"{waitMs}", "STREAMS", key, after));

    public async Task<string[]?> ReadGroupAsync(string key, string group, string consumer, int waitMs) =>
        Ids(await peer.CallAsync(
            "XREADGROUP", "GROUP", group, consumer, "BLOCK", $"{waitMs}", "STREAMS", key, ">"));

    private static string Seconds(int ms) => (ms / 1000.0).ToString(CultureInfo.InvariantCulture);

    private static string[]? Ids(object? reply) => reply is object?[] streams
        ? [.. ((object?[])((object?[])streams.Single()!)[1]!).Select(entry => (string)((object?[])entry!)[0]!)]
        : null;
}
