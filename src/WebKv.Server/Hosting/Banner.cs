
namespace WebKv.Server.Hosting;

/// <summary>What a person sees when the server is up: a line per door, each with a first thing to try.</summary>
internal static class Banner
{
    public static string Text(DoorAddresses doors, string version)
    {
        var lines = new List<string> { $"WebKv {version} is up." };
        if (doors.Http is { } http)
            lines.Add($"  REST  http://{http}  Swagger UI at http://{http}/swagger  try: curl -X PUT --data hello http://{http}/v1/strings/greeting");
        if (doors.Grpc is { } grpc)
            lines.Add($"  gRPC  http://{grpc}  h2c, with reflection            try: grpcurl -plaintext {grpc} list");
        if (doors.Resp is { } resp)
            lines.Add($"  RESP  {resp}         the Redis protocol              try: redis-cli -h {resp.Address} -p {resp.Port} get greeting");
        return string.Join(Environment.NewLine, lines);
    }
}
