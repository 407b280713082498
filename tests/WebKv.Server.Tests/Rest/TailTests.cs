using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WebKv.Engine.Execution;
using WebKv.Server.Tests.Hosting;
using WebKv.Testing.Peers;

namespace WebKv.Server.Tests.Rest;

/// <summary>Streams as server-sent events: nothing lost, nothing twice, and what is missing is told.</summary>
public sealed class TailTests : IAsyncLifetime
{
    private readonly KvServer _server = new(("WebKv:Limits:HeartbeatMs", "50"));
    private readonly RespClient _resp;

    public TailTests() => _resp = _server.ConnectResp();

    private KvEngine Engine => _server.Services.GetRequiredService<KvEngine>();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _resp.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Tail_HasTheEventsInTheirForm()
    {
        _resp.Call("XADD", "s", "1-1", "f", "line\nbreak");
        using EventReader events = await OpenAsync("after=0");
        Assert.Equal("text/event-stream", events.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("""{"after":"0-0"}""", await ExpectAsync(events, "tailing"));
        Assert.Equal("0-0", events.LastId);
        Assert.Equal(
            """{"id":"1-1","fields":[{"field":"f","value":"line\nbreak"}]}""", await ExpectAsync(events, "entry"));
        Assert.Equal("1-1", events.LastId);
        _resp.Call("XADD", "s", "2-1", "f", "\xFF\xFE");
        Assert.Equal(
            """{"id":"2-1","fields":[{"field":"f","value":{"base64":"//4="}}]}""", await ExpectAsync(events, "entry"));
    }

    [Fact]
    public async Task Tail_Default_TellsNewEntriesOnly()
    {
        Add(1, 2);
        using EventReader events = await OpenAsync("");
        Assert.Equal("""{"after":"2-0"}""", await ExpectAsync(events, "tailing"));
        Add(3);
        await ExpectEntriesAsync(events, 3);
    }

    [Fact]
    public async Task Tail_AheadOfTheStream_WaitsForIdsAbove()
    {
        Add(1);
        using EventReader events = await OpenAsync("after=5");
        await ExpectAsync(events, "tailing");
        Assert.Null(events.LastId);
        Add(2, 5, 6);
        await ExpectEntriesAsync(events, 6);
    }

    // Also a client that has had no entry yet goes on where it stood.
    [Fact]
    public async Task Resumed_AfterAnyEvent_GoesOnExactlyThere()
    {
        Add(1);
        string? last;
        using (EventReader events = await OpenAsync(""))
        {
            await ExpectAsync(events, "tailing");
            last = events.LastId;
        }
        Add(2, 3);
        using (EventReader events = await OpenAsync("", last))
        {
            await ExpectAsync(events, "tailing");
            await ExpectEntriesAsync(events, 2);
            last = events.LastId;
        }
        Add(4);
        using (EventReader events = await OpenAsync("after=0", last))
        {
            await ExpectAsync(events, "tailing");
            await ExpectEntriesAsync(events, 3, 4);
        }
    }

    [Fact]
    public async Task Resumed_BehindTheTrimmed_IsToldTheGap()
    {
        Add(1, 2, 3, 4, 5);
        _resp.Call("XTRIM", "s", "MINID", "4");
        using EventReader events = await OpenAsync("", "2-0");
        await ExpectAsync(events, "tailing");
        Assert.Equal("""{"reason":"trimmed","after":"3-0"}""", await ExpectAsync(events, "discontinuity"));
        Assert.Equal("3-0", events.LastId);
        await ExpectEntriesAsync(events, 4, 5);
        using EventReader whole = await OpenAsync("", "3-0");
        await ExpectAsync(whole, "tailing");
        await ExpectEntriesAsync(whole, 4, 5);
    }

    // The stream never holds more than one entry: who has read each has missed none.
    [Fact]
    public async Task Trimmed_BehindTheReader_IsNoGap()
    {
        Add(1);
        using EventReader events = await OpenAsync("");
        await ExpectAsync(events, "tailing");
        for (int i = 2; i <= 20; i++)
        {
            _resp.Call("XADD", "s", "MAXLEN", "1", $"{i}-0", "f", "v");
            await ExpectEntriesAsync(events, i);
        }
    }

    [Fact]
    public async Task Resumed_AboveAStreamMadeAnew_BeginsAtItsBeginning()
    {
        Add(1, 2);
        using EventReader events = await OpenAsync("", "9-0");
        await ExpectAsync(events, "tailing");
        Assert.Equal("""{"reason":"reset","after":"0-0"}""", await ExpectAsync(events, "discontinuity"));
        await ExpectEntriesAsync(events, 1, 2);
    }

    [Theory]
    [InlineData("KEY_NOT_FOUND", "DEL", "s")]
    [InlineData("KEY_NOT_FOUND", "PEXPIRE", "s", "1")]
    [InlineData("KEY_NOT_FOUND", "RENAME", "s", "t")]
    [InlineData("KEY_NOT_FOUND", "FLUSHALL")]
    [InlineData("WRONG_TYPE", "SET", "s", "v")]
    public async Task StreamThatEnds_IsToldAndEndsTheEvents(string code, params string[] command)
    {
        Add(1);
        using EventReader events = await OpenAsync("");
        await ExpectAsync(events, "tailing");
        await Eventually.HoldsAsync(() => Engine.Waits.Count == 1);
        _resp.Call(command);
        Assert.Contains($"\"code\":\"{code}\"", await ExpectAsync(events, "end"));
        Assert.Null(await events.NextOrEndAsync());
        Assert.Equal(0, Engine.Waits.Count);
    }

    [Fact]
    public async Task Tail_OfNoStream_IsRefused()
    {
        using var client = new RestClient(_server.HttpUri);
        (await client.Send("GET /v1/streams/s/tail")).IsProblem(404, "KEY_NOT_FOUND");
        _resp.Call("SET", "s", "v");
        (await client.Send("GET /v1/streams/s/tail")).IsProblem(409, "WRONG_TYPE");
    }

    [Fact]
    public async Task Tail_Silent_HasHeartbeats_AndEndsWithItsTime()
    {
        Add(1);
        using EventReader events = await OpenAsync("");
        await ExpectAsync(events, "tailing");
        await events.CommentAsync();
        await events.CommentAsync();
        Add(2);
        await ExpectEntriesAsync(events, 2);
        using EventReader timed = await OpenAsync("durationMs=1");
        while (await timed.NextOrEndAsync() is { } @event)
            Assert.Equal("tailing", @event.Name);
    }

    [Fact]
    public async Task Tail_EntryBeyondJson_IsAGapOfOne()
    {
        Add(1);
        using EventReader events = await OpenAsync("");
        await ExpectAsync(events, "tailing");
        _resp.Call("XADD", "s", "2-0", "f", new string('x', 20_000_000));
        Add(3);
        Assert.Equal("""{"reason":"tooLarge","after":"2-0"}""", await ExpectAsync(events, "discontinuity"));
        await ExpectEntriesAsync(events, 3);
    }

    [Fact]
    public async Task Tail_WhileOthersAppend_MissesNothing()
    {
        const int Entries = 3000;
        Add(1);
        using EventReader events = await OpenAsync("after=0");
        Task writer = Task.Run(
            () => Add([.. Enumerable.Range(2, Entries - 1)]), TestContext.Current.CancellationToken);
        await ExpectAsync(events, "tailing");
        await ExpectEntriesAsync(events, [.. Enumerable.Range(1, Entries)]);
        await writer;
    }

    // What it does not read stays in the stream, and can be trimmed there.
    [Fact]
    public async Task SlowReader_HoldsUpNobody_AndIsToldWhatItMissed()
    {
        const int Entries = 4000;
        Add(1);
        using EventReader events = await OpenAsync("");
        await ExpectAsync(events, "tailing");
        string payload = new('x', 10_000);
        for (int i = 2; i <= Entries; i++)
            _resp.Call("XADD", "s", $"{i}-0", "f", payload);
        _resp.Call("XTRIM", "s", "MAXLEN", "1");
        int last = 1;
        int gaps = 0;
        while (last < Entries)
        {
            (string name, var data) = await events.NextAsync();
            if (name == "discontinuity")
            {
                Assert.Equal($"{Entries - 1}-0", (string)data["after"]!);
                last = Entries - 1;
                gaps++;
                continue;
            }
            Assert.Equal($"{++last}-0", (string)data["id"]!);
        }
        Assert.Equal(1, gaps);
    }

    [Fact]
    public async Task ClientGoes_LeavesNothing()
    {
        Add(1);
        for (int i = 0; i < 20; i++)
        {
            using EventReader events = await OpenAsync("after=0");
            await ExpectAsync(events, "tailing");
            await ExpectEntriesAsync(events, 1);
        }
        await Eventually.HoldsAsync(() => Engine.Waits.Count == 0);
        Assert.Empty(_server.Errors);
    }

    [Fact]
    public async Task ServerStops_EndsAtOnce()
    {
        Add(1);
        using EventReader events = await OpenAsync("");
        await ExpectAsync(events, "tailing");
        _server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        Assert.Null(await events.NextOrEndAsync());
    }

    private void Add(params int[] ids)
    {
        foreach (int id in ids)
            Assert.Equal($"{id}-0", _resp.Call("XADD", "s", $"{id}-0", "f", "v"));
    }

    private Task<EventReader> OpenAsync(string query, string? lastId = null)
    {
        var uri = new Uri(_server.HttpUri, $"/v1/streams/s/tail?{query}");
        return lastId is null ? EventReader.OpenAsync(uri) : EventReader.OpenAsync(uri, ("Last-Event-ID", lastId));
    }

    private static async Task ExpectEntriesAsync(EventReader events, params int[] ids)
    {
        foreach (int id in ids)
        {
            (string name, var data) = await events.NextAsync();
            Assert.Equal(("entry", $"{id}-0"), (name, (string)data["id"]!));
        }
    }

    private static async Task<string> ExpectAsync(EventReader events, string name)
    {
        (string found, var data) = await events.NextAsync();
        Assert.Equal(name, found);
        return data.ToJsonString();
    }
}
