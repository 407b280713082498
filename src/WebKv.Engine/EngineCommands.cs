using WebKv.Engine.Commands;
using WebKv.Engine.Connection;
using WebKv.Engine.Geo;
using WebKv.Engine.Hashes;
using WebKv.Engine.HyperLogLog;
using WebKv.Engine.Introspection;
using WebKv.Engine.Keys;
using WebKv.Engine.Lists;
using WebKv.Engine.PubSub;
using WebKv.Engine.Sessions;
using WebKv.Engine.Sets;
using WebKv.Engine.SortedSets;
using WebKv.Engine.Sorting;
using WebKv.Engine.Streams;
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
        HyperLogLogCommands.AddTo(table);
        StreamCommands.AddTo(table);
        ListCommands.AddTo(table);
        SortCommands.AddTo(table);
        SetCommands.AddTo(table);
        SortedSetCommands.AddTo(table);
        GeoCommands.AddTo(table);
        HashCommands.AddTo(table);
        TransactionCommands.AddTo(table);
        PubSubCommands.AddTo(table);
        IntrospectionCommands.AddTo(table);
        return table;
    }
}
