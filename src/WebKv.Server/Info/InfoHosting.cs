namespace WebKv.Server.Info;

/// <summary>Registers INFO's sections; their order here is the order in which INFO shows them.</summary>
internal static class InfoHosting
{
    public static IServiceCollection AddServerInfo(this IServiceCollection services)
    {
        services.AddSingleton(_ => GcPauses.Start());
        services.AddSingleton<UsageSampler>();
        services.AddSingleton<ServerCounters>();
        services.AddSingleton<ServerInfo>();
        services.AddSingleton<IInfoSection, ServerSection>();
        services.AddSingleton<IInfoSection, ClientsSection>();
        services.AddSingleton<IInfoSection, MemorySection>();
        services.AddSingleton<IInfoSection, PersistenceSection>();
        services.AddSingleton<IInfoSection, StatsSection>();
        services.AddSingleton<IInfoSection, ReplicationSection>();
        services.AddSingleton<IInfoSection, CpuSection>();
        services.AddSingleton<IInfoSection>(new EmptySection("modules"));
        services.AddSingleton<IInfoSection, CommandStatsSection>();
        services.AddSingleton<IInfoSection, ErrorStatsSection>();
        services.AddSingleton<IInfoSection, ClusterSection>();
        services.AddSingleton<IInfoSection, GcSection>();
        services.AddSingleton<IInfoSection, KeyspaceSection>();
        return services;
    }
}
