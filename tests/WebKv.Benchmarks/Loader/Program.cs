using System.Globalization;
using WebKv.Benchmarks.Loader;

// The parts of the peer comparison that redis-benchmark, wrk and h2load cannot do. Numbers are
// printed alone on a line for the script that calls this.
const string Usage = """
    usage: Loader load PORT KEYS                                  set KEYS distinct keys, print the milliseconds
           Loader mixed PORT KEYS SECONDS CONNECTIONS DEPTH       half GET, half SET; print the commands per second
           Loader fill PORT TYPE KEY COUNT [FIRST]                a list, set, zset, hash or stream of COUNT elements
           Loader group PORT KEY ENTRIES SECONDS CONNECTIONS DEPTH   XREADGROUP and XACK, print "RATE COMMANDS"
           Loader ranks PORT KEY MEMBERS rank|by-rank|by-score SECONDS CONNECTIONS DEPTH   likewise
           Loader stall PORT KEYS RATE COMMAND...                 RATE GETs a second while the command works, print
                                                                  "P50 P99 P99.9 MAX COUNT COMMAND_TOOK", times in ms
           Loader cache PORT KEYS EXPONENT SEED RATE WARM_UP REQUESTS   GET, SET what is missing; print the hit rate
           Loader best-cache KEYS EXPONENT HELD                   the hit rate of a cache of the HELD best keys
           Loader subscribe PORT CHANNEL COUNT                    COUNT subscribers that read until stopped
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
    case ["fill", var port, var type, var key, var count]:
        Console.WriteLine(StructureFill.Run(Number(port), type, key, Number(count)));
        return 0;
    case ["fill", var port, var type, var key, var count, var first]:
        Console.WriteLine(StructureFill.Run(Number(port), type, key, Number(count), Number(first)));
        return 0;
    case ["group", var port, var key, var entries, var seconds, var connections, var depth]:
        var group = new GroupLoad(Number(port), key, Number(entries), Number(depth));
        var (rate, commands) = group.Run(Number(connections), TimeSpan.FromSeconds(Number(seconds)));
        Console.WriteLine($"{rate} {commands}");
        return 0;
    case ["ranks", var port, var key, var members, var read, var seconds, var connections, var depth]:
        var ranks = new RankLoad(Number(port), key, Number(members), read);
        var ranked = ranks.Run(Number(connections), Number(depth), TimeSpan.FromSeconds(Number(seconds)));
        Console.WriteLine($"{ranked.Rate} {ranked.Commands}");
        return 0;
    case ["stall", var port, var keys, var pace, .. { Length: > 0 } command]:
        Console.WriteLine(new StallProbe(Number(port), Number(keys), Number(pace)).Run(command));
        return 0;
    case ["cache", var port, var keys, var exponent, var seed, var pace, var warmUp, var requests]:
        var zipf = new Zipf(Number(keys), double.Parse(exponent, CultureInfo.InvariantCulture), Number(seed));
        var cache = new CacheLoad(Number(port), zipf, Number(pace));
        Console.WriteLine(cache.Run(Number(warmUp), Number(requests)).ToString(CultureInfo.InvariantCulture));
        return 0;
    case ["best-cache", var keys, var exponent, var held]:
        var law = new Zipf(Number(keys), double.Parse(exponent, CultureInfo.InvariantCulture), 0);
        Console.WriteLine(law.ShareOfFirst(Number(held)).ToString(CultureInfo.InvariantCulture));
        return 0;
    case ["subscribe", var port, var channel, var count]:
        Subscribers.Run(Number(port), channel, Number(count));
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
