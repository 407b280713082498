using System.Globalization;
using WebKv.Benchmarks.Loader;

// The parts of the peer comparison that redis-benchmark, wrk and h2load cannot do. Numbers are
// printed alone on a line for the script that calls this.
const string Usage = """
    usage: Loader load PORT KEYS                                  set KEYS distinct keys, print the milliseconds
           Loader mixed PORT KEYS SECONDS CONNECTIONS DEPTH       half GET, half SET; print the commands per second
           Loader frame FILE [FIELD...]                           one gRPC message of byte fields 1, 2, ...
           Loader pipeline FILE get|set MESSAGES BATCH KEYS       a request body of CommandService/Pipeline
    """;

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

switch (args)
{
    case ["load", var port, var keys]:
        Console.WriteLine(BulkLoad.Run(Number(port), Number(keys)));
        return 0;
    case ["mixed", var port, var keys, var seconds, var connections, var depth]:
        var load = new MixedLoad(Number(port), Number(keys), Number(depth));
        Console.WriteLine(load.Run(Number(connections), TimeSpan.FromSeconds(Number(seconds))));
        return 0;
    case ["frame", var file, .. var fields]:
        File.WriteAllBytes(file, GrpcBody.Message(fields));
        return 0;
    case ["pipeline", var file, "get" or "set", var messages, var batch, var keys]:
        File.WriteAllBytes(file, GrpcBody.Pipeline(args[2] == "set", Number(messages), Number(batch), Number(keys)));
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}
