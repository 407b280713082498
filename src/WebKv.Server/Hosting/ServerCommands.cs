using WebKv.Engine;
using WebKv.Engine.Commands;
using WebKv.Engine.Connection;
using WebKv.Engine.Sessions;
using WebKv.Server.Commands;
using WebKv.Server.Info;

namespace WebKv.Server.Hosting;

/// <summary>The table of all commands: those of the engine and those that need the server around it.</summary>
internal static class ServerCommands
{
    public static CommandTable CreateTable(IServiceProvider services)
    {
        CommandTable table = EngineCommands.CreateTable(
            services.GetRequiredService<ClientRegistry>(), services.GetRequiredService<Authenticator>());
        ServerParameters parameters = services.GetRequiredService<ServerParameters>();
        return table
            .Add(new InfoCommand(services.GetRequiredService<ServerInfo>()))
            .Add(new ConfigGet(parameters))
            .Add(new ConfigSet(parameters))
            .Add(new ConfigResetStat(
                services.GetRequiredService<ServerCounters>(), services.GetRequiredService<GcPauses>()))
            .Add(new ConfigRewrite())
            .Add(new ContainerHelp("config", CommandGroup.Server));
    }
}
