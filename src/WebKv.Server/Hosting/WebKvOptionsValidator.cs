using System.Net;
using System.Numerics;
using FluentValidation;
using WebKv.Engine;
using WebKv.Engine.Eviction;
using WebKv.Engine.Notifications;

namespace WebKv.Server.Hosting;

/// <summary>What the settings must be for the server to start; each message names its setting.</summary>
internal sealed class WebKvOptionsValidator : AbstractValidator<WebKvOptions>
{
    private const int PortMax = 65_535;

    public WebKvOptionsValidator()
    {
        RuleFor(o => o.Bind).Must(bind => IPAddress.TryParse(bind, out _))
            .WithMessage(o => $"WebKv:Bind is '{o.Bind}', which is not an IP address.");
        RuleFor(o => o.DataDirectory).NotEmpty().WithMessage("WebKv:DataDirectory is empty.");
        RuleForPort("WebKv:Http:Port", o => o.Http.Port);
        RuleForPort("WebKv:Grpc:Port", o => o.Grpc.Port);
        RuleForPort("WebKv:Resp:Port", o => o.Resp.Port);
        RuleFor(o => o.Memory.Max).GreaterThanOrEqualTo(0)
            .WithMessage(o => $"WebKv:Memory:Max is {o.Memory.Max}; it must be 0 (no limit) or a number of bytes.");
        RuleFor(o => o.Memory.Policy).Must(name => EvictionPolicies.TryParse(name, out _))
            .WithMessage(o => $"WebKv:Memory:Policy is '{o.Memory.Policy}'; "
                + $"it must be one of {EvictionPolicies.AllNames}.");
        RuleFor(o => o.Memory.Samples).InclusiveBetween(1, 64)
            .WithMessage(o => $"WebKv:Memory:Samples is {o.Memory.Samples}; it must be 1 to 64.");
        RuleFor(o => o.Engine.Shards)
            .Must(shards => shards == 0 || IsShardCount(shards))
            .WithMessage(o => $"WebKv:Engine:Shards is {o.Engine.Shards}; "
                + $"it must be 0 or a power of two up to {EngineOptions.ShardsMax}.");
        RuleFor(o => o.Engine.Databases).InclusiveBetween(1, EngineOptions.DatabasesMax)
            .WithMessage(o => $"WebKv:Engine:Databases is {o.Engine.Databases}; "
                + $"it must be 1 to {EngineOptions.DatabasesMax}.");
        RuleFor(o => o.Notifications).Must(letters => KeyspaceEventLetters.TryParse(letters, out _))
            .WithMessage(o => $"WebKv:Notifications is '{o.Notifications}'; it may have the letters "
                + $"{KeyspaceEventLetters.All}.");
        RuleForLimits();
        RuleForPacking();
        RuleFor(o => o).Must(o => IsLoopback(o.Bind) || o.Auth.Password.Length > 0)
            .WithMessage(o => $"WebKv:Bind is {o.Bind}, which others can reach, and WebKv:Auth:Password is empty: "
                + "set WebKv:Auth:Password (environment: WebKv__Auth__Password), or bind to 127.0.0.1.");
    }

    private void RuleForLimits()
    {
        RuleFor(o => o.Limits.Connections).GreaterThan(0).WithMessage("WebKv:Limits:Connections must be above 0.");
        RuleFor(o => o.Limits.WaitingCalls).GreaterThanOrEqualTo(0)
            .WithMessage("WebKv:Limits:WaitingCalls must not be negative.");
        RuleFor(o => o.Limits.RequestBytes).InclusiveBetween(1024, 1L << 30)
            .WithMessage("WebKv:Limits:RequestBytes must be between 1024 and 2^30.");
        RuleFor(o => o.Limits.JsonBodyBytes).GreaterThanOrEqualTo(1024)
            .WithMessage("WebKv:Limits:JsonBodyBytes must be at least 1024.");
        RuleFor(o => o.Limits.PipelineCommands).GreaterThan(0)
            .WithMessage("WebKv:Limits:PipelineCommands must be above 0.");
        RuleFor(o => o.Limits.SubscriberBytes).GreaterThanOrEqualTo(1024)
            .WithMessage("WebKv:Limits:SubscriberBytes must be at least 1024.");
        RuleFor(o => o.Limits.HeartbeatMs).GreaterThanOrEqualTo(10)
            .WithMessage("WebKv:Limits:HeartbeatMs must be at least 10.");
        RuleFor(o => o.Limits.Preconditions).GreaterThan(0)
            .WithMessage("WebKv:Limits:Preconditions must be above 0.");
    }

    private void RuleForPacking()
    {
        const int ValueBytesMax = 1024;
        const int ChunkBytesMax = 64 * 1024;
        RuleForPacking(nameof(PackingLimits.ListBytes), p => p.ListBytes, 64, ChunkBytesMax);
        RuleForPacking(nameof(PackingLimits.HashEntries), p => p.HashEntries, 0, PackingLimits.EntriesMax);
        RuleForPacking(nameof(PackingLimits.HashValueBytes), p => p.HashValueBytes, 0, ValueBytesMax);
        RuleForPacking(nameof(PackingLimits.SetEntries), p => p.SetEntries, 0, PackingLimits.EntriesMax);
        RuleForPacking(nameof(PackingLimits.SetValueBytes), p => p.SetValueBytes, 0, ValueBytesMax);
        RuleForPacking(nameof(PackingLimits.IntegerSetEntries), p => p.IntegerSetEntries, 0, PackingLimits.EntriesMax);
        RuleForPacking(nameof(PackingLimits.SortedSetEntries), p => p.SortedSetEntries, 0, PackingLimits.EntriesMax);
        RuleForPacking(nameof(PackingLimits.SortedSetValueBytes), p => p.SortedSetValueBytes, 0, ValueBytesMax);
        RuleForPacking(nameof(PackingLimits.StreamChunkBytes), p => p.StreamChunkBytes, 64, ChunkBytesMax);
        RuleForPacking(nameof(PackingLimits.StreamChunkEntries), p => p.StreamChunkEntries, 1, 1000);
    }

    private void RuleForPacking(string name, Func<PackingLimits, int> limit, int least, int most) =>
        RuleFor(o => limit(o.Engine.Packing)).InclusiveBetween(least, most).WithMessage(
            o => $"WebKv:Engine:Packing:{name} is {limit(o.Engine.Packing)}; it must be {least} to {most}.");

    private void RuleForPort(string name, Func<WebKvOptions, int> port) =>
        RuleFor(o => port(o)).InclusiveBetween(-1, PortMax)
            .WithMessage(o => $"{name} is {port(o)}; it must be a port, 0 (a free one) or -1 (closed).");

    private static bool IsShardCount(int shards) =>
        shards is >= EngineOptions.ShardsMin and <= EngineOptions.ShardsMax && BitOperations.IsPow2(shards);

    private static bool IsLoopback(string bind) =>
        IPAddress.TryParse(bind, out IPAddress? address) && IPAddress.IsLoopback(address);
}
