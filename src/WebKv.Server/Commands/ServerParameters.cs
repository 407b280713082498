using System.Globalization;
using System.Text;
using WebKv.Engine;
using WebKv.Engine.Commands;
using WebKv.Engine.Eviction;
using WebKv.Engine.Execution;
using WebKv.Engine.Keys;
using WebKv.Engine.Notifications;
using WebKv.Server.Hosting;
using WebKv.Server.Resp;

namespace WebKv.Server.Commands;

/// <summary>
/// What CONFIG GET and CONFIG SET know: the settings of WebKv that Redis has a name for, and those of Redis that
/// clients read when they connect.
/// </summary>
/// <remarks>A password is never shown, not even to those who know it.</remarks>
internal sealed class ServerParameters
{
    private readonly ServerParameter[] _all;

    public ServerParameters(KvEngine engine, WebKvOptions options, DoorAddresses doors) => _all =
    [
        new(
            "maxmemory",
            () => Text(engine.MemoryMax),
            bytes => SetMemoryMax(engine, bytes),
            "argument must be a memory value"),
        new(
            "maxmemory-policy",
            () => EvictionPolicies.NameOf(engine.Evictor.Policy),
            name => SetPolicy(engine, name),
            $"argument must be one of the following: {EvictionPolicies.AllNames}"),
        new(
            "maxmemory-samples",
            () => Text(engine.Evictor.Samples),
            text => SetSamples(engine, text),
            "argument must be between 1 and 64 inclusive"),
        new(
            "notify-keyspace-events",
            () => KeyspaceEventLetters.Format(engine.Notifications.Chosen),
            letters => SetNotifications(engine, letters),
            $"Invalid event class character. Use '{KeyspaceEventLetters.All}'."),
        new("client-output-buffer-limit", () => BufferLimits(options)),
        new("databases", () => Text(engine.Options.Databases)),
        new("port", () => Text(doors.Resp?.Port ?? 0)),
        new("bind", () => options.Bind),
        new("requirepass", () => options.Auth.Password.Length == 0 ? "" : "(redacted)"),
        new("maxclients", () => Text(options.Limits.Connections)),
        new("proto-max-bulk-len", () => Text(Values.LengthMax)),
        new("client-query-buffer-limit", () => Text(options.Limits.RequestBytes)),
        new("timeout", () => "0"),
        new("tcp-keepalive", () => Text(RespListener.KeepAliveSeconds)),
        new("dir", () => Path.GetFullPath(options.DataDirectory)),
        new("save", () => ""),
        new("appendonly", () => "no"),
        new("replica-read-only", () => "yes"),
        new("slave-read-only", () => "yes"),
        new("cluster-enabled", () => "no"),
        .. Packing(engine.Options.Packing),
        new("enable-debug-command", () => options.Debug.Enabled ? "yes" : "no"),
    ];

    private static ServerParameter[] Packing(PackingLimits limits) =>
    [
        new("list-max-listpack-size", () => Text(limits.ListBytes)),
        new("hash-max-listpack-entries", () => Text(limits.HashEntries)),
        new("hash-max-listpack-value", () => Text(limits.HashValueBytes)),
        new("set-max-listpack-entries", () => Text(limits.SetEntries)),
        new("set-max-listpack-value", () => Text(limits.SetValueBytes)),
        new("set-max-intset-entries", () => Text(limits.IntegerSetEntries)),
        new("zset-max-listpack-entries", () => Text(limits.SortedSetEntries)),
        new("zset-max-listpack-value", () => Text(limits.SortedSetValueBytes)),
        new("stream-node-max-bytes", () => Text(limits.StreamChunkBytes)),
        new("stream-node-max-entries", () => Text(limits.StreamChunkEntries)),
    ];

    /// <summary>Those whose name matches a glob pattern, in any case.</summary>
    public IEnumerable<ServerParameter> Matching(string pattern)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(pattern.ToLowerInvariant());
        return _all.Where(parameter => GlobPattern.Matches(bytes, Encoding.UTF8.GetBytes(parameter.Name)));
    }

    public ServerParameter? Find(string name) =>
        Array.Find(_all, parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static Action? SetPolicy(KvEngine engine, string name) =>
        EvictionPolicies.TryParse(name, out EvictionPolicy policy) ? () => engine.Evictor.Policy = policy : null;

    private static Action? SetSamples(KvEngine engine, string text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out int samples) && samples is > 0 and <= 64
            ? () => engine.Evictor.Samples = samples
            : null;

    private static Action? SetMemoryMax(KvEngine engine, string text) =>
        MemorySize.TryParse(text, out long bytes) ? () => engine.MemoryMax = bytes : null;

    private static Action? SetNotifications(KvEngine engine, string letters) =>
        KeyspaceEventLetters.TryParse(letters, out KeyspaceEvents events)
            ? () => engine.Notifications.Chosen = events
            : null;

    // Replies are bounded by not reading on, so only subscribers have a limit that disconnects.
    private static string BufferLimits(WebKvOptions options) =>
        $"normal 0 0 0 slave 0 0 0 pubsub {options.Limits.SubscriberBytes} 0 0";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
