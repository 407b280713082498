using System.Runtime.InteropServices;
using WebKv.Engine.Commands;
using WebKv.Engine.Connection;
using WebKv.Server.Hosting;

namespace WebKv.Server.Info;

internal sealed class ServerSection(WebKvOptions options, DoorAddresses doors, TimeProvider time) : IInfoSection
{
    private const int SecondsPerDay = 24 * 60 * 60;

    private readonly string _runId = RunId.Create();
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();

    public string Name => "server";

    public void Write(InfoText text, CommandDispatcher dispatcher)
    {
        DateTimeOffset now = time.GetUtcNow();
        long uptime = (long)(now - _startedAt).TotalSeconds;
        text.Add("redis_version", RedisCompatibility.Version)
            .Add("redis_mode", "standalone")
            .Add("server_name", "webkv")
            .Add("webkv_version", ServerHost.Version)
            .Add("os", RuntimeInformation.OSDescription)
            .Add("arch_bits", nint.Size * 8)
            .Add("dotnet_version", Environment.Version.ToString())
            .Add("process_id", Environment.ProcessId)
            .Add("run_id", _runId)
            .Add("tcp_port", doors.Resp?.Port ?? 0)
            .Add("http_port", doors.Http?.Port ?? 0)
            .Add("grpc_port", doors.Grpc?.Port ?? 0)
            .Add("bind", options.Bind)
            .Add("server_time_usec", now.ToUnixTimeMilliseconds() * 1000)
            .Add("uptime_in_seconds", uptime)
            .Add("uptime_in_days", uptime / SecondsPerDay)
            .Add("shards", dispatcher.Engine.ShardCount)
            .Add("databases", dispatcher.Engine.Options.Databases);
    }
}
