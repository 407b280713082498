using WebKv.Engine.Commands;
using WebKv.Engine.Sessions;
using WebKv.Server.Hosting;

namespace WebKv.Server.Info;

internal sealed class ClientsSection(ClientRegistry clients, WebKvOptions options) : IInfoSection
{
    public string Name => "clients";

    public void Write(InfoText text, CommandDispatcher dispatcher)
    {
        long watching = 0;
        long watchedKeys = 0;
        long buffered = 0;
        long subscribed = 0;
        foreach (ClientSession session in clients.All)
        {
            int keys = session.Transaction.Watch?.Keys.Count ?? 0;
            watching += keys > 0 ? 1 : 0;
            watchedKeys += keys;
            subscribed += session.IsSubscribed ? 1 : 0;
            buffered = Math.Max(buffered, session.BufferedBytes);
        }
        text.Add("connected_clients", clients.Count)
            .Add("cluster_connections", 0)
            .Add("maxclients", options.Limits.Connections)
            .Add("client_recent_max_input_buffer", buffered)
            .Add("client_recent_max_output_buffer", 0)
            .Add("blocked_clients", dispatcher.Engine.Waits.Count)
            .Add("tracking_clients", 0)
            .Add("pubsub_clients", subscribed)
            .Add("watching_clients", watching)
            .Add("total_watched_keys", watchedKeys);
    }
}
