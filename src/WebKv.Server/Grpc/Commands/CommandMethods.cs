namespace WebKv.Server.Grpc.Commands;

/// <summary>The methods of CommandService.</summary>
internal static class CommandMethods
{
    public static void Bind(ServiceBinder service)
    {
        service.AddHot("ExecuteCommand", new ExecuteCommandCall(service.Dispatcher).Run);
        service.AddDuplex("Pipeline", (door, requests, responses, call) =>
            door.RunPipelineAsync(requests, responses, call));
    }
}
