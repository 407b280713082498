using WebKv.Engine.Commands;
using WebKv.Engine.Execution;

namespace WebKv.Server.Info;

internal sealed class KeyspaceSection : IInfoSection
{
    public string Name => "keyspace";

    public void Write(InfoText text, CommandDispatcher dispatcher)
    {
        KvEngine engine = dispatcher.Engine;
        for (int database = 0; database < engine.Options.Databases; database++)
        {
            long keys = engine.CountKeys(database);
            if (keys > 0)
                text.Add($"db{database}", $"keys={keys},expires={engine.CountVolatileKeys(database)},avg_ttl=0");
        }
    }
}
