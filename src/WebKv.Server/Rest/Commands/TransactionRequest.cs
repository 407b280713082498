namespace WebKv.Server.Rest.Commands;

/// <summary>Command lines that are run as one unit if all preconditions hold.</summary>
internal sealed record TransactionRequest(
    IReadOnlyList<TransactionPrecondition?>? Preconditions,
    IReadOnlyList<IReadOnlyList<CommandWord?>?>? Commands);
