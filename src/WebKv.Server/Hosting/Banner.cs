
namespace WebKv.Server.Hosting;

/// <summary>What a person sees when the server is up: a line per door, each with a first thing to try.</summary>
internal static class Banner
{
    public static string Text(DoorAddresses doors, string version)
    {
        var lines = new List<string> { $"WebKv {version} is up." };
        if (doors.Http is { } http)
            lines.Add($"  REST  http://{http}  with /swagger; try: curl -X PUT --data hi http://{http}/v1/strings/k");
        if (doors.Grpc is { } grpc)
            lines.Add($"  gRPC  http://{grpc}  h2c with reflection; try: grpcurl -plaintext {grpc} list");
        if (doors.Resp is { } resp)
            lines.Add($"  RESP  {resp}  the Redis protocol; try: redis-cli -p {resp.Port} get k");
        return string.Join(Environment.NewLine, lines);
    }
}
