using WebKv.Engine.Commands;
using WebKv.Engine.Keys;
using WebKv.Engine.Strings;
using WebKv.Engine.Transactions;

namespace WebKv.Engine;

/// <summary>All commands that need nothing but the engine.</summary>
public static class EngineCommands
{
    public static CommandTable CreateTable()
    {
        var table = new CommandTable();
        KeyCommands.AddTo(table);
        StringCommands.AddTo(table);
        TransactionCommands.AddTo(table);
        return table;
    }
}
