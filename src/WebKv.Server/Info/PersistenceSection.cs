using WebKv.Engine.Commands;

namespace WebKv.Server.Info;

/// <summary>What tools read before they trust a node: nothing is being loaded, and nothing is saved.</summary>
internal sealed class PersistenceSection(TimeProvider time) : IInfoSection
{
    private readonly long _startedAt = time.GetUtcNow().ToUnixTimeSeconds();

    public string Name => "persistence";

    public void Write(InfoText text, CommandDispatcher dispatcher) => text
        .Add("loading", 0)
        .Add("async_loading", 0)
        .Add("rdb_changes_since_last_save", 0)
        .Add("rdb_bgsave_in_progress", 0)
        .Add("rdb_last_save_time", _startedAt)
        .Add("rdb_last_bgsave_status", "ok")
        .Add("rdb_last_bgsave_time_sec", -1)
        .Add("rdb_current_bgsave_time_sec", -1)
        .Add("aof_enabled", 0)
        .Add("aof_rewrite_in_progress", 0)
        .Add("aof_rewrite_scheduled", 0)
        .Add("aof_last_rewrite_time_sec", -1)
        .Add("aof_last_bgrewrite_status", "ok")
        .Add("aof_last_write_status", "ok");
}
