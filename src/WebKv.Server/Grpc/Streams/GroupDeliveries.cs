using System.Runtime.ExceptionServices;
using WebKv.Engine.Blocking;
using WebKv.Engine.Commands;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.Streams;
using WebKv.Server.Grpc.Errors;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;
using StreamId = WebKv.Memory.Collections.Streams.StreamId;

namespace WebKv.Server.Grpc.Streams;

/// <summary>
/// What a group delivers to one consumer during a call: what it has had before, if that is wanted, then what is new,
/// never more than the credit of those that are not acknowledged.
/// </summary>
/// <remarks>
/// It waits without a thread: deliveries are made on that of whoever appends. Acknowledgements may come meanwhile; they
/// count for the next read. Thread rule: one owner, which reads one page at a time and takes it before the next; a read
/// under way touches its page and nothing else.
/// </remarks>
internal sealed class GroupDeliveries(CommandDispatcher dispatcher, CallSettings settings, ConsumeStart start)
{
    /// <summary>The most that may be in flight.</summary>
    public const int CreditMax = 10_000;

    private const int EntriesAtOnce = 256;
    private const int BytesAtOnce = 256 * 1024;
    private const string NewEntries = ">";

    private readonly HashSet<StreamId> _inFlight = [];
    private readonly List<StreamEntry> _page = [];
    private readonly byte[] _key = start.Key.ToByteArray();
    private int _credit = start.Credit;
    private string _after = start.RedeliverPending ? StreamId.Min.ToString() : NewEntries;
    private StreamId _last;
    private Error? _error;
    private ExceptionDispatchInfo? _fault;
    private bool _isRepeat;

    /// <summary>How many more may be in flight.</summary>
    public int Room => _credit - _inFlight.Count;

    /// <summary>Reads the next page, if there is one now.</summary>
    public void ReadNow()
    {
        int countMax = Begin();
        CommandContext context = dispatcher.Engine.Rent();
        try
        {
            Read(context, countMax, blockMs: null);
        }
        finally
        {
            KvEngine.Return(context);
        }
    }

    /// <summary>Reads the next page as soon as there is one. What was read when it is cancelled is pending.</summary>
    public Task ReadAsync(CancellationToken stop)
    {
        int countMax = Begin();
        return AwaitedCall.RunAsync(dispatcher.Engine, context => Attempt(context, countMax), stop);
    }

    /// <summary>The page that was read, in flight from now on; throws the call's status if the group is gone.</summary>
    public IReadOnlyList<StreamEntry> Take()
    {
        _fault?.Throw();
        if (_error is not null)
            throw GrpcErrors.ToException(_error);
        foreach (StreamEntry entry in _page)
        {
            StreamMessages.TryId(entry.Id, out _last);
            _inFlight.Add(_last);
        }
        // Behind the end of the history comes what is new.
        if (_after != NewEntries)
            _after = _page.Count == 0 ? NewEntries : _last.ToString();
        return _page;
    }

    /// <summary>Whether so much credit more is within what a call may have.</summary>
    public bool TryAddCredit(int count)
    {
        if (count > CreditMax - _credit)
            return false;
        _credit += count;
        return true;
    }

    /// <summary>Acknowledges entries and makes room for as many; tells how many were pending.</summary>
    public long Acknowledge(ConsumeAcknowledge request)
    {
        using CommandLine ids = StreamMessages.LineOf(request.Ids);
        if (StreamIds.Check(ids.AsValues()) is { } invalid)
            throw GrpcErrors.ToException(invalid);
        CommandContext context = dispatcher.Engine.Rent();
        context.Database = settings.Database;
        try
        {
            var command = new XAck { Key = Key.Of(_key), Group = start.Group.Span, Ids = ids.AsValues() };
            if (dispatcher.Execute(context, command, out IntegerReply acknowledged) is { } error)
                throw GrpcErrors.ToException(error);
            foreach (string id in request.Ids)
                if (StreamMessages.TryId(id, out StreamId done) is null)
                    _inFlight.Remove(done);
            return acknowledged.Value;
        }
        finally
        {
            KvEngine.Return(context);
        }
    }

    private int Begin()
    {
        _page.Clear();
        return Math.Min(Room, EntriesAtOnce);
    }

    private void Attempt(CommandContext context, int countMax)
    {
        try
        {
            Read(context, countMax, blockMs: 0);
        }
        catch (Exception e)
        {
            // It belongs to this call, not to whoever has appended.
            _fault = ExceptionDispatchInfo.Capture(e);
        }
    }

    private void Read(CommandContext context, int countMax, long? blockMs)
    {
        context.Database = settings.Database;
        using CommandLine keys = new CommandLine().Add(_key);
        using CommandLine after = new CommandLine().Add(_after);
        var command = new XReadGroup
        {
            Keys = keys.AsKeys(),
            After = after.AsValues(),
            Group = start.Group.Span,
            Consumer = start.Consumer.Span,
            CountMax = countMax,
            BytesMax = BytesAtOnce,
            BlockMs = blockMs,
        };
        StreamsReply streams;
        _error = _isRepeat
            ? dispatcher.Engine.Execute(context, command, out streams)
            : dispatcher.Execute(context, command, out streams);
        _isRepeat = true;
        if (_error is not null || streams.Count == 0)
            return;
        EntriesReply entries = streams.First.Entries;
        EntryReply entry = entries.First;
        for (int i = 0; i < entries.Count; i++, entry = entry.Next)
            _page.Add(StreamMessages.EntryOf(entry));
    }
}
