using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WebKv.Engine.Commands;

namespace WebKv.Server.Tests.Doors;

/// <summary>
/// Which commands an operation runs, told by the server's statistics from its start to its end.
/// </summary>
/// <remarks>
/// A client may send the next request once it has all of the answer, which is before the server is through with this
/// one: an answer of known length ends when it starts. Nothing is told of an operation that shared its time with
/// another: the commands could be of either.
/// </remarks>
public sealed class CommandWatch(CommandDispatcher dispatcher)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, HashSet<string>> _commands = [];
    private long[] _before = [];
    private int _running;
    private bool _isShared;

    /// <summary>The commands, by the operation that ran them.</summary>
    public IReadOnlyDictionary<string, HashSet<string>> Commands => _commands;

    /// <summary>Serves a request and notes what it ran.</summary>
    public async Task ServeAsync(HttpContext http, RequestDelegate serve)
    {
        bool isOver = false;
        Begin();
        http.Response.OnStarting(() =>
        {
            if (http.Response.ContentLength is not null)
                EndOnce();
            return Task.CompletedTask;
        });
        try
        {
            await serve(http);
        }
        finally
        {
            EndOnce();
        }

        void EndOnce()
        {
            if (!isOver)
                End(http.GetEndpoint() as RouteEndpoint);
            isOver = true;
        }
    }

    private void Begin()
    {
        lock (_lock)
        {
            _isShared = _running++ > 0;
            _before = Counts();
        }
    }

    private void End(RouteEndpoint? endpoint)
    {
        lock (_lock)
        {
            _running--;
            if (!_isShared && endpoint is not null)
                Note(OperationRecorder.NameOf(endpoint), Counts());
        }
    }

    private void Note(string operation, long[] after)
    {
        if (!_commands.TryGetValue(operation, out HashSet<string>? commands))
            _commands.Add(operation, commands = []);
        for (int i = 0; i < after.Length; i++)
            if (after[i] > _before[i])
                commands.Add(DoorOperation.CommandName(dispatcher.Table.Entries[i].Info));
    }

    private long[] Counts() =>
        [.. dispatcher.Table.Entries.Select(entry => dispatcher.Statistics.Sum(entry.Index).Calls)];
}
