using WebKv.Engine.Commands;
using WebKv.Engine.Connection;
using WebKv.Engine.Introspection;
using WebKv.Engine.Keys;
using WebKv.Engine.Lists;
using WebKv.Engine.PubSub;
using WebKv.Engine.Sessions;
using WebKv.Engine.Strings;
using WebKv.Engine.Transactions;

namespace WebKv.Engine;

/// <summary>All commands that need nothing but the engine.</summary>
public static class EngineCommands
{
    public static CommandTable CreateTable() => CreateTable(new ClientRegistry(), new Authenticator(""));

    public static CommandTable CreateTable(ClientRegistry clients, Authenticator authenticator)
    {
        var table = new CommandTable();
        ConnectionCommands.AddTo(table, clients, authenticator);
        KeyCommands.AddTo(table);
        StringCommands.AddTo(table);
        ListCommands.AddTo(table);
        TransactionCommands.AddTo(table);
        PubSubCommands.AddTo(table);
        IntrospectionCommands.AddTo(table);
        return table;
    }
}
