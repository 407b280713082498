using WebKv.Engine.Commands;
using WebKv.Engine.Execution;
using WebKv.Engine.Keys;

namespace WebKv.Server.Info;

internal sealed class KeyspaceSection(ExpirySweeper sweeper) : IInfoSection
{
    public string Name => "keyspace";

    public void Write(InfoText text, CommandDispatcher dispatcher)
    {
        KvEngine engine = dispatcher.Engine;
        for (int database = 0; database < engine.Options.Databases; database++)
        {
            long keys = engine.CountKeys(database);
            if (keys == 0)
                continue;
            long expires = engine.CountVolatileKeys(database);
            long averageTtlMs = expires == 0 ? 0 : sweeper.AverageTtlMs(database);
            text.Add($"db{database}", $"keys={keys},expires={expires},avg_ttl={averageTtlMs}");
        }
    }
}
