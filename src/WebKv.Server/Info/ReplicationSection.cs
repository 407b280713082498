using WebKv.Engine.Commands;

namespace WebKv.Server.Info;

internal sealed class ReplicationSection : IInfoSection
{
    private readonly string _replicationId = RunId.Create();

    public string Name => "replication";

    public void Write(InfoText text, CommandDispatcher dispatcher) => text
        .Add("role", "master")
        .Add("connected_slaves", 0)
        .Add("master_failover_state", "no-failover")
        .Add("master_replid", _replicationId)
        .Add("master_replid2", new string('0', 40))
        .Add("master_repl_offset", dispatcher.Engine.Journal.LastLsn)
        .Add("second_repl_offset", -1)
        .Add("repl_backlog_active", 0)
        .Add("repl_backlog_size", 0)
        .Add("repl_backlog_first_byte_offset", 0)
        .Add("repl_backlog_histlen", 0);
}
