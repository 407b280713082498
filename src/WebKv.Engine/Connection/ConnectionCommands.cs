using WebKv.Engine.Commands;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Connection;

/// <summary>The commands about connections, one line each.</summary>
public static class ConnectionCommands
{
    public static void AddTo(CommandTable table, ClientRegistry clients, Authenticator authenticator) => table
        .Add(new Ping())
        .Add(new Echo())
        .Add(new Auth(authenticator))
        .Add(new Hello(authenticator))
        .Add(new Select())
        .Add(new Quit())
        .Add(new Reset(authenticator))
        .Add(new ClientId())
        .Add(new ClientGetName())
        .Add(new ClientSetName())
        .Add(new ClientSetInfo())
        .Add(new ClientInfo())
        .Add(new ClientList(clients))
        .Add(new ClientKill(clients))
        .Add(new ClientUnblock(clients))
        .Add(new ClientNoEvict())
        .Add(new ClientNoTouch())
        .Add(new ClientReply())
        .Add(new ContainerHelp("client", CommandGroup.Connection));
}
