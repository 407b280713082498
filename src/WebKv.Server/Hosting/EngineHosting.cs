using WebKv.Engine;
using WebKv.Engine.Commands;
using WebKv.Engine.Effects;
using WebKv.Engine.Eviction;
using WebKv.Engine.Execution;
using WebKv.Engine.Keys;
using WebKv.Engine.Notifications;
using WebKv.Engine.Sessions;
using WebKv.Server.Commands;
using WebKv.Server.Info;

namespace WebKv.Server.Hosting;

/// <summary>Builds the engine and what belongs to it from the settings.</summary>
internal static class EngineHosting
{
    public static IServiceCollection AddEngine(this IServiceCollection services, WebKvOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IJournal, CountingJournal>();
        services.AddSingleton(provider => CreateEngine(provider, options));
        services.AddSingleton<ClientRegistry>();
        services.AddSingleton(new Authenticator(options.Auth.Password));
        services.AddServerInfo();
        services.AddSingleton<ServerParameters>();
        services.AddSingleton(ServerCommands.CreateTable);
        services.AddSingleton<CommandDispatcher>();
        services.AddSingleton<ExpirySweeper>();
        services.AddSingleton<DoorAddresses>();
        services.AddHostedService<DoorPublisher>();
        services.AddSingleton<OpenStreams>();
        services.AddHostedService(provider => provider.GetRequiredService<OpenStreams>());
        services.AddHostedService<EngineMaintenance>();
        return services;
    }

    private static KeyspaceEvents EventsOf(string letters)
    {
        KeyspaceEventLetters.TryParse(letters, out KeyspaceEvents events);
        return events;
    }

    private static KvEngine CreateEngine(IServiceProvider provider, WebKvOptions options)
    {
        var engineOptions = new EngineOptions
        {
            Shards = options.Engine.Shards,
            Databases = options.Engine.Databases,
            MemoryMax = options.Memory.Max,
            Eviction = EvictionPolicies.TryParse(options.Memory.Policy, out EvictionPolicy policy) ? policy : default,
            EvictionSamples = options.Memory.Samples,
            DebugEnabled = options.Debug.Enabled,
            WaitsMax = options.Limits.WaitingCalls,
            SubscriberBytesMax = options.Limits.SubscriberBytes,
            Notifications = EventsOf(options.Notifications),
            Packing = options.Engine.Packing,
        };
        return new KvEngine(
            engineOptions, provider.GetRequiredService<IJournal>(), provider.GetRequiredService<TimeProvider>());
    }
}
