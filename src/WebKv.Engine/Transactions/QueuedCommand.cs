using WebKv.Engine.Commands;

namespace WebKv.Engine.Transactions;

/// <summary>A command of a transaction with its own copy of its arguments.</summary>
public sealed record QueuedCommand(CommandEntry Entry, CommandLine Line);
