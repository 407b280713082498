using WebKv.Engine.Commands;

namespace WebKv.Engine.Transactions;

/// <summary>The commands on transactions, one line each.</summary>
public static class TransactionCommands
{
    public static void AddTo(CommandTable table) => table
        .Add(new Multi())
        .Add(new Exec())
        .Add(new Discard())
        .Add(new Watch())
        .Add(new Unwatch());
}
