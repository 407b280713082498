using WebKv.V1;

namespace WebKv.Server.Grpc.Transactions;

/// <summary>The methods of TransactionService.</summary>
internal static class TransactionMethods
{
    public static void Bind(ServiceBinder service) =>
        service.Add<ExecuteTransactionRequest, ExecuteTransactionResponse>(
            "ExecuteTransaction", new ExecuteTransactionCall(service.Dispatcher).Run);
}
