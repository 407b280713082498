using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.Strings;
using WebKv.Server.Rest.Http;
using WebKv.Server.Rest.OpenApi;

namespace WebKv.Server.Rest.Strings;

/// <summary>Strings as bitmaps; a missing key is one without bits.</summary>
internal sealed class BitEndpoints(KvEngine engine)
{
    private const int Segments = 4;
    private const int BitSegments = 5;
    private const int BitSegment = 4;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/strings/{key}/bits/{offset}", (Delegate)ReadBit).Describe(BitDocs.Read);
        routes.MapPut("/strings/{key}/bits/{offset}", WriteBit).Describe(BitDocs.Write);
        routes.MapGet("/strings/{key}/bit-count", (Delegate)CountBits).Describe(BitDocs.Count);
        routes.MapGet("/strings/{key}/bit-position", (Delegate)FindBit).Describe(BitDocs.Find);
        routes.MapPost("/strings:bitOp", Combine).Describe(BitDocs.Combine);
    }

    private Task ReadBit(HttpContext http)
    {
        var input = new UrlInput(http);
        KeyAddress address = KeyAddress.Read(ref input, engine, BitSegments);
        long offset = input.SegmentInteger(BitSegment, BitSegments);
        if (input.Problem is { } problem)
            return problem.WriteAsync(http);
        CommandContext context = address.Rent(engine);
        var command = new GetBit { Key = Key.Of(address.Key), Offset = offset };
        Error? error = engine.Execute(context, command, out IntegerReply bit);
        Task answered = error is null
            ? Answer.JsonAsync(http, context, new BitResult(bit.Value), RestJsonContext.Default.BitResult)
            : ProblemWriter.WriteAsync(http, error);
        KvEngine.Return(context);
        return answered;
    }

    private Task WriteBit(HttpContext http, SetBitRequest request)
    {
        var input = new UrlInput(http);
        KeyAddress address = KeyAddress.Read(ref input, engine, BitSegments);
        long offset = input.SegmentInteger(BitSegment, BitSegments);
        if (input.Problem is { } problem)
            return problem.WriteAsync(http);
        CommandContext context = address.RentForWrite(engine, http);
        var command = new SetBit { Key = Key.Of(address.Key), Offset = offset, Bit = request.Bit == 1 };
        Error? error = engine.Execute(context, command, out IntegerReply old);
        Task answered = error is null
            ? Answer.JsonAsync(
                http, context, new PreviousBitResult(old.Value), RestJsonContext.Default.PreviousBitResult)
            : ProblemWriter.WriteAsync(http, error);
        KvEngine.Return(context);
        return answered;
    }

    private Task CountBits(HttpContext http)
    {
        var input = new UrlInput(http);
        KeyAddress address = KeyAddress.Read(ref input, engine, Segments);
        BitWindow window = BitWindow.Read(ref input);
        if (input.Problem is { } problem)
            return problem.WriteAsync(http);
        CommandContext context = address.Rent(engine);
        var command = new BitCount
        {
            Key = Key.Of(address.Key),
            Start = window.Start,
            End = window.End,
            Unit = window.Unit,
        };
        Error? error = engine.Execute(context, command, out BitCountReply count);
        Task answered = error is null
            ? Answer.JsonAsync(http, context, new BitCountResult(count.Value), RestJsonContext.Default.BitCountResult)
            : ProblemWriter.WriteAsync(http, error);
        KvEngine.Return(context);
        return answered;
    }

    private Task FindBit(HttpContext http)
    {
        var input = new UrlInput(http);
        KeyAddress address = KeyAddress.Read(ref input, engine, Segments);
        BitWindow window = BitWindow.Read(ref input);
        long? bit = input.Integer("bit", min: 0, max: 1);
        if (bit is null)
            input.Refuse("bit", "must be 0 or 1.");
        if (input.Problem is { } problem)
            return problem.WriteAsync(http);
        CommandContext context = address.Rent(engine);
        var command = new BitPos
        {
            Key = Key.Of(address.Key),
            Bit = bit == 1,
            Start = window.Start,
            End = window.End,
            Unit = window.Unit,
        };
        Error? error = engine.Execute(context, command, out BitPositionReply position);
        Task answered = error is null
            ? Answer.JsonAsync(
                http, context, new BitPositionResult(position.Value), RestJsonContext.Default.BitPositionResult)
            : ProblemWriter.WriteAsync(http, error);
        KvEngine.Return(context);
        return answered;
    }

    private Task Combine(HttpContext http, BitOpRequest request)
    {
        var input = new UrlInput(http);
        int database = input.Database(engine.Options.Databases);
        if (input.Problem is { } problem)
            return problem.WriteAsync(http);
        using CommandLine line = NameLine.Of(request.Keys!);
        CommandContext context = new KeyAddress(request.StoreInto!.Bytes, database).Rent(engine);
        var command = new BitOp
        {
            Operation = Enum.Parse<BitOperation>(request.Op!, ignoreCase: true),
            Destination = Key.Of(request.StoreInto.Bytes),
            Sources = new KeyList(line.Arguments, 0, line.Count),
        };
        Error? error = engine.Execute(context, command, out IntegerReply length);
        Task answered = error is null
            ? Answer.JsonAsync(http, context, new LengthResult(length.Value), RestJsonContext.Default.LengthResult)
            : ProblemWriter.WriteAsync(http, error);
        KvEngine.Return(context);
        return answered;
    }

    private readonly record struct BitWindow(long Start, long? End, BitUnit Unit)
    {
        public static BitWindow Read(ref UrlInput input) => new(
            input.Integer("start") ?? 0, input.Integer("end"), (BitUnit)(input.Word("unit", "byte", "bit") ?? 0));
    }
}
