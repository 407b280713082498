using System.Text;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using WebKv.Engine.Commands;
using WebKv.Server.Tests.Grpc;
using WebKv.Server.Tests.Hosting;
using WebKv.Testing.Peers;
using WebKv.V1;

namespace WebKv.Server.Tests.Fuzz;

/// <summary>
/// Requests that are nearly valid, thousands of them: each is answered by the rules of its protocol or its connection
/// closed, none is answered as a fault of the server, and nothing of them stays.
/// </summary>
[Collection(nameof(RunsAlone))]
public sealed partial class DoorFuzzTests(FuzzedServer server) : IClassFixture<FuzzedServer>
{
    private const int RequestsPerBatch = 25;
    private const int ShownChars = 1000;

    private static readonly (string, string) Deadline = ("grpc-timeout", "200m");

    private readonly RespSamples _resp = new(server.Server.Services.GetRequiredService<CommandTable>());

    [Fact]
    public Task Resp_MutatedRequests_AreAnsweredInRespOrRefused() => server.SurvivesAsync(async random =>
    {
        var mutator = new ByteMutator(random, _resp.All);
        for (int i = 0; i < RequestsPerBatch; i++)
        {
            byte[] sent = mutator.Next();
            RawAnswer answer = await RawConversation.HoldAsync(server.Server.Resp, sent, endsSending: true);
            if (answer.IsWhole && Misreading(answer.Text) is { } misreading)
                Assert.Fail($"{misreading} in the answer {Show(answer.Text)} to {Show(sent)}");
        }
    });

    [Fact]
    public Task Rest_MutatedRequests_AreNeverAServerError() => server.SurvivesAsync(async random =>
    {
        var mutator = new ByteMutator(random, RestSamples.All);
        for (int i = 0; i < RequestsPerBatch; i++)
        {
            byte[] sent = mutator.Next();
            RawAnswer answer = await RawConversation.HoldAsync(server.Server.Http, sent, endsSending: true);
            foreach (Match status in StatusLine().Matches(answer.Text))
                // 505 is what another version of HTTP gets.
                Assert.False(
                    status.ValueSpan[^3] == '5' && !status.Value.EndsWith("505", StringComparison.Ordinal),
                    $"{Show(answer.Text)} is the answer to {Show(sent)}");
        }
    });

    [Fact]
    public Task Grpc_MutatedMessages_AreNeverAServerFault() => server.SurvivesAsync(async random =>
    {
        using var caller = new GrpcCaller(server.Server.GrpcUri);
        var messages = new RandomMessages(random);
        for (int i = 0; i < RequestsPerBatch; i++)
        {
            MethodDescriptor method = messages.Method();
            byte[][] samples = [.. Enumerable.Range(0, 4).Select(_ => messages.Request(method).ToByteArray())];
            byte[] sent = new ByteMutator(random, samples).Next();
            GrpcEnding ending = await caller.CallAsync(
                $"{method.Service.FullName}/{method.Name}", GrpcFrames.Of(sent), Metadata(random));
            Assert.False(
                ending.IsFault,
                $"{ending.Status} ({ending.Message}) ends {method.Name} of {Convert.ToHexString(sent)}");
        }
    });

    [Fact]
    public Task Pipeline_MutatedStreams_AreAnsweredInMessages() => server.SurvivesAsync(async random =>
    {
        using var caller = new GrpcCaller(server.Server.GrpcUri);
        byte[][] samples = [.. Enumerable.Range(0, 8).Select(_ => PipelineStream(random))];
        var mutator = new ByteMutator(random, samples);
        for (int i = 0; i < RequestsPerBatch; i++)
        {
            byte[] sent = mutator.Next();
            GrpcEnding ending =
                await caller.CallAsync("webkv.v1.CommandService/Pipeline", sent, Metadata(random));
            // Where frames end, only gRPC itself can know: it calls broken ones INTERNAL.
            bool isAllowed = !ending.IsFault
                || (ending.Status == StatusCode.Internal && GrpcFrames.Split(sent) is null);
            Assert.True(isAllowed, $"{ending.Status} ({ending.Message}) ends {Convert.ToHexString(sent)}");
            foreach (byte[] message in GrpcFrames.Split(ending.Body)!)
                PipelineResponse.Parser.ParseFrom(message);
        }
    });

    private byte[] PipelineStream(Random random)
    {
        var stream = new MemoryStream();
        for (int messages = 1 + random.Next(3); messages > 0; messages--)
        {
            var request = new PipelineRequest();
            for (int commands = random.Next(6); commands > 0; commands--)
            {
                string[] line = _resp.Lines[random.Next(_resp.Lines.Count)];
                request.Commands.Add(new Command
                {
                    Id = (ulong)random.Next(1000),
                    Args = { line.Select(ByteString.CopyFromUtf8) },
                });
            }
            stream.Write(GrpcFrames.Of(request.ToByteArray()));
        }
        return stream.ToArray();
    }

    // Mostly none; at times a database, or a limit that replies run into.
    // The deadline ends subscriptions, and calls whose mutation made them wait for long.
    private static (string, string)[] Metadata(Random random) => random.Next(8) switch
    {
        0 => [Deadline, ("webkv-db", $"{random.Next(-1, 17)}")],
        1 => [Deadline, ("webkv-max-reply-bytes", $"{random.Next(0, 200)}")],
        _ => [Deadline],
    };

    // What is no RESP in an answer, or null.
    private static string? Misreading(string answer)
    {
        var stream = new MemoryStream(Encoding.Latin1.GetBytes(answer));
        var reader = new RespReader(stream);
        try
        {
            while (stream.Position < stream.Length)
                reader.ReadRaw();
            return null;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            return $"{e.GetType().Name}: {e.Message} at {stream.Position}";
        }
    }

    private static string Show(byte[] bytes) => Show(Encoding.Latin1.GetString(bytes));

    private static string Show(string text) =>
        $"\"{Regex.Escape(text.Length <= ShownChars ? text : text[..ShownChars] + "...")}\"";

    [GeneratedRegex(@"^HTTP/1\.1 \d{3}", RegexOptions.Multiline)]
    private static partial Regex StatusLine();
}
