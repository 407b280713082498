using WebKv.Engine.Commands;

namespace WebKv.Server.Info;

internal sealed class ClusterSection : IInfoSection
{
    public string Name => "cluster";

    public void Write(InfoText text, CommandDispatcher dispatcher) => text.Add("cluster_enabled", 0);
}
