using FluentValidation;
using Grpc.Core;
using WebKv.Engine.Commands;
using WebKv.Server.Grpc.Errors;
using WebKv.Server.Grpc.Validation;
using WebKv.Server.Hosting;
using WebKv.V1;
using Action = WebKv.V1.ConsumeGroupRequest.ActionOneofCase;

namespace WebKv.Server.Grpc.Streams;

/// <summary>
/// StreamService.ConsumeGroup: deliveries down, acknowledgements up.
/// </summary>
/// <remarks>One loop reads requests and writes responses, since a stream takes one write at a time; it waits for
/// whichever comes first: a request, a delivery while there is room, or the time for a heartbeat.</remarks>
internal sealed class ConsumeGroupCall(
    CommandDispatcher dispatcher,
    LimitOptions limits,
    CallSettings settings,
    IValidator<ConsumeGroupRequest>? validator,
    IServerStreamWriter<ConsumeGroupResponse> responses)
{
    private readonly TimeSpan _heartbeat = TimeSpan.FromMilliseconds(limits.HeartbeatMs);
    private Task? _reading;
    private bool _isSilent;

    public async Task RunAsync(IAsyncStreamReader<ConsumeGroupRequest> requests, CancellationToken stop)
    {
        if (!await requests.MoveNext(stop))
            return;
        GroupDeliveries deliveries = await BeginAsync(Checked(requests.Current), stop);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(stop);
        try
        {
            await ServeAsync(requests, deliveries, stop, leaving.Token);
        }
        finally
        {
            await leaving.CancelAsync();
            // Nobody may stand in line for a call that is over.
            if (_reading is not null)
                await Task.WhenAny(_reading);
        }
    }

    private async Task<GroupDeliveries> BeginAsync(ConsumeGroupRequest request, CancellationToken stop)
    {
        if (request.ActionCase != Action.Start)
            throw GrpcErrors.Invalid("action", "must be start in the first request");
        var deliveries = new GroupDeliveries(dispatcher, settings, request.Start);
        deliveries.ReadNow();
        IReadOnlyList<StreamEntry> page = deliveries.Take();
        await SendAsync(new() { Started = new() });
        await SendAsync(page, stop);
        return deliveries;
    }

    private async Task ServeAsync(
        IAsyncStreamReader<ConsumeGroupRequest> requests,
        GroupDeliveries deliveries,
        CancellationToken stop,
        CancellationToken leaving)
    {
        using var beats = new PeriodicTimer(_heartbeat);
        Task<bool> beat = beats.WaitForNextTickAsync(stop).AsTask();
        Task<bool> request = requests.MoveNext(stop);
        while (true)
        {
            if (deliveries.Room > 0)
                _reading ??= deliveries.ReadAsync(leaving);
            await Task.WhenAny(_reading is null ? [request, beat] : [request, beat, _reading]);
            stop.ThrowIfCancellationRequested();
            if (_reading is { IsCompleted: true })
            {
                await _reading;
                _reading = null;
                await SendAsync(deliveries.Take(), stop);
            }
            if (beat.IsCompleted)
            {
                await BeatAsync();
                beat = beats.WaitForNextTickAsync(stop).AsTask();
            }
            if (!request.IsCompleted)
                continue;
            if (!await request)
                return;
            await DoAsync(Checked(requests.Current), deliveries);
            request = requests.MoveNext(stop);
        }
    }

    private ConsumeGroupRequest Checked(ConsumeGroupRequest request)
    {
        if (validator is not null)
            RequestValidators.Check(validator, request);
        return request;
    }

    private async Task DoAsync(ConsumeGroupRequest request, GroupDeliveries deliveries)
    {
        if (request.ActionCase == Action.Start)
            throw GrpcErrors.Invalid("action", "must be start in the first request only");
        if (request.ActionCase == Action.Acknowledge)
        {
            long count = deliveries.Acknowledge(request.Acknowledge);
            await SendAsync(new() { Acknowledged = new() { AcknowledgedCount = count } });
        }
        else if (!deliveries.TryAddCredit(request.AddCredit))
        {
            throw GrpcErrors.Invalid("add_credit", $"makes more than {GroupDeliveries.CreditMax}");
        }
    }

    private async Task SendAsync(IReadOnlyList<StreamEntry> page, CancellationToken stop)
    {
        var batches = new Queue<StreamEntryBatch>();
        var batcher = new EntryBatcher(settings.ReplyBytesMax, batches.Enqueue);
        bool fits = true;
        for (int i = 0; i < page.Count && fits; i++)
            fits = batcher.TryAdd(page[i]);
        foreach (StreamEntryBatch batch in batches)
        {
            stop.ThrowIfCancellationRequested();
            await SendAsync(new() { Deliveries = batch });
        }
        // It stays pending, and so do those behind it.
        if (!fits)
            throw GrpcErrors.ToException(GrpcErrors.ReplyTooLarge(settings.ReplyBytesMax));
    }

    private async Task BeatAsync()
    {
        if (_isSilent)
            await SendAsync(new() { Heartbeat = new() });
        _isSilent = true;
    }

    // Not to be cancelled: grpc-dotnet then resets the stream, and the client never learns why.
    private Task SendAsync(ConsumeGroupResponse response)
    {
        _isSilent = false;
        return responses.WriteAsync(response, CancellationToken.None);
    }
}
