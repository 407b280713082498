using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.Strings;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Strings;

/// <summary>Strings as bitmaps; a missing key is one without bits.</summary>
internal static class BitEndpoints
{
    public static void Map(RestRoutes routes)
    {
        routes.Get("/strings/{key}/bits/{offset}", BitDocs.Read, ReadBit);
        routes.Put<SetBitRequest>("/strings/{key}/bits/{offset}", BitDocs.Write, WriteBit);
        routes.Get("/strings/{key}/bit-count", BitDocs.Count, CountBits);
        routes.Get("/strings/{key}/bit-position", BitDocs.Find, FindBit);
        routes.Post<BitOpRequest>("/strings:bitOp", BitDocs.Combine, Combine);
    }

    private static Task ReadBit(ref RestCall call)
    {
        var command = new GetBit { Key = call.Key, Offset = call.PathInteger("offset") };
        Error? error = call.Execute(command, out IntegerReply bit);
        return call.Json(error, new BitResult(bit.Value), RestJsonContext.Default.BitResult);
    }

    private static Task WriteBit(ref RestCall call, SetBitRequest request)
    {
        var command = new SetBit { Key = call.Key, Offset = call.PathInteger("offset"), Bit = request.Bit == 1 };
        Error? error = call.Execute(command, out IntegerReply old);
        return call.Json(error, new PreviousBitResult(old.Value), RestJsonContext.Default.PreviousBitResult);
    }

    private static Task CountBits(ref RestCall call)
    {
        BitWindow window = BitWindow.Read(ref call.Url);
        var command = new BitCount { Key = call.Key, Start = window.Start, End = window.End, Unit = window.Unit };
        Error? error = call.Execute(command, out BitCountReply count);
        return call.Json(error, new BitCountResult(count.Value), RestJsonContext.Default.BitCountResult);
    }

    private static Task FindBit(ref RestCall call)
    {
        BitWindow window = BitWindow.Read(ref call.Url);
        long? bit = call.Url.Integer("bit", min: 0, max: 1);
        if (bit is null)
            call.Url.Refuse("bit", "must be 0 or 1.");
        var command = new BitPos
        {
            Key = call.Key,
            Bit = bit == 1,
            Start = window.Start,
            End = window.End,
            Unit = window.Unit,
        };
        Error? error = call.Execute(command, out BitPositionReply position);
        return call.Json(error, new BitPositionResult(position.Value), RestJsonContext.Default.BitPositionResult);
    }

    private static Task Combine(ref RestCall call, BitOpRequest request)
    {
        using CommandLine line = NameLine.Of(request.Keys!);
        call.StateKey = request.StoreInto!.Bytes;
        var command = new BitOp
        {
            Operation = Enum.Parse<BitOperation>(request.Op!, ignoreCase: true),
            Destination = Key.Of(request.StoreInto.Bytes),
            Sources = line.AsKeys(),
        };
        Error? error = call.Execute(command, out IntegerReply length);
        return call.Json(error, new LengthResult(length.Value), RestJsonContext.Default.LengthResult);
    }

    private readonly record struct BitWindow(long Start, long? End, BitUnit Unit)
    {
        public static BitWindow Read(ref UrlInput input) => new(
            input.Integer("start") ?? 0, input.Integer("end"), (BitUnit)(input.Word("unit", "byte", "bit") ?? 0));
    }
}
