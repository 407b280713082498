using System.Globalization;
using WebKv.Server.Tests.Hosting;
using WebKv.Testing.Peers;

namespace WebKv.Server.Tests.Info;

public sealed class InfoTests
{
    [Fact]
    public async Task Info_Default_HasWhatToolsRead()
    {
        await using var server = new KvServer();
        using RespClient client = server.ConnectResp();
        client.Call("SET", "k", "v");
        client.Call("GET", "k");
        client.Call("GET", "missing");
        Dictionary<string, string> info = Info(client);
        Assert.Equal("7.2.4", info["redis_version"]);
        Assert.Equal($"{server.Resp.Port}", info["tcp_port"]);
        Assert.Equal(40, info["run_id"].Length);
        Assert.Equal("1", info["connected_clients"]);
        Assert.Equal("0", info["loading"]);
        Assert.Equal("master", info["role"]);
        Assert.Equal("0", info["connected_slaves"]);
        Assert.Equal("0", info["maxmemory"]);
        Assert.Equal("noeviction", info["maxmemory_policy"]);
        Assert.Equal(("1", "1"), (info["keyspace_hits"], info["keyspace_misses"]));
        Assert.Equal("3", info["total_commands_processed"]);
        Assert.Equal("keys=1,expires=0,avg_ttl=0", info["db0"]);
        Assert.Equal("1", info["master_repl_offset"]);
        Assert.True(long.Parse(info["used_memory"], CultureInfo.InvariantCulture) > 0);
        Assert.DoesNotContain("cmdstat_get", info.Keys);
    }

    [Fact]
    public async Task Info_Sections_AreChosenByName()
    {
        await using var server = new KvServer();
        using RespClient client = server.ConnectResp();
        client.Call("GET", "k");
        client.Call("BOGUS");
        client.Call("SELECT", "99");
        Assert.Equal("# Cluster\r\ncluster_enabled:0\r\n", client.Call("INFO", "cluster"));
        Assert.Equal("", client.Call("INFO", "nosuch"));
        Dictionary<string, string> info = Info(client, "commandstats", "ERRORSTATS");
        Assert.StartsWith("calls=1,usec=", info["cmdstat_get"]);
        Assert.EndsWith(",failed_calls=1", info["cmdstat_select"]);
        Assert.Equal("count=2", info["errorstat_ERR"]);
        Assert.Contains("cmdstat_get", Info(client, "everything").Keys);
        Assert.Equal("OK", client.Call("CONFIG", "RESETSTAT"));
        info = Info(client, "all");
        Assert.DoesNotContain("errorstat_ERR", info.Keys);
        Assert.DoesNotContain("cmdstat_get", info.Keys);
        Assert.Equal(("0", "0"), (info["keyspace_hits"], info["keyspace_misses"]));
    }

    [Fact]
    public async Task Info_UnderLoad_ReportsARate()
    {
        await using var server = new KvServer();
        using RespClient client = server.ConnectResp();
        await Eventually.HoldsAsync(() =>
        {
            for (int i = 0; i < 500; i++)
                client.Call("PING");
            return Info(client, "stats")["instantaneous_ops_per_sec"] != "0";
        });
    }

    [Fact]
    public async Task Info_AfterACollection_KnowsItsPause()
    {
        await using var server = new KvServer();
        using RespClient client = server.ConnectResp();
        client.Call("CONFIG", "RESETSTAT");
        await Eventually.HoldsAsync(() =>
        {
            GC.Collect();
            Dictionary<string, string> info = Info(client, "gc");
            return info["gc_pause_max_ms"] != "0.000" && info["gc_gen2"] != "0";
        });
    }

    private static Dictionary<string, string> Info(RespClient client, params string[] sections) =>
        Assert.IsType<string>(client.Call(["INFO", .. sections]))
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => line.Split(':', 2))
            .ToDictionary(field => field[0], field => field[1]);
}
