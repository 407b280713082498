using System.Text.Json.Serialization.Metadata;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Calls;

/// <summary>
/// One request on its way through an operation: what its URL says, the command that it runs, and its answer.
/// </summary>
/// <remarks>
/// The idea: an operation reads all that it takes, executes a command and answers, and need not think of more.
/// <see cref="Execute"/> runs nothing if anything in the URL was wrong, but returns that as its error, which the
/// answer then tells in full; so parameters must be read before it. A command that writes is held to If-Match and
/// If-None-Match of the key in the path. <see cref="RestRoutes"/> makes and disposes calls: it is the one place where
/// the context is given back, whatever happens. Replies live until then, so answers are written, or their blobs
/// retained, before an answering method returns; a call never meets an await.
/// </remarks>
internal ref struct RestCall(
    HttpContext http, CommandDispatcher dispatcher, RestRoute route, CallTarget target, UrlInput url)
{
    private CommandContext? _context;
    private Problem? _refusal;
    private bool _checksPreconditions;
    private bool _isBorrowed;
    private bool _isRepeat;

    /// <summary>The URL; a field, because reading changes it.</summary>
    public UrlInput Url = url;

    public HttpContext Http => http;

    public CallTarget Target => target;

    /// <summary>The key that the path names.</summary>
    public readonly Key Key => Key.Of(target.Key);

    /// <summary>The key whose state the answer tells, where it is not the one that the path names. Set it before the
    /// command is executed, which must declare it.</summary>
    public byte[]? StateKey { private get; set; }

    /// <summary>The state of that key after the command.</summary>
    public readonly KeyState State => _context!.State;

    /// <summary>The time at which the command ran.</summary>
    public readonly long NowMs => _context!.NowMs;

    /// <summary>The error of a read that found no key, or null.</summary>
    public readonly Error? MissingKey => _context!.KnownState.Exists ? null : CommonErrors.NoSuchKey;

    /// <summary>Milliseconds that the operation may wait if it finds nothing; 0 not to wait.</summary>
    public long WaitMs { get; private set; }

    /// <summary>What is wrong with the request so far.</summary>
    public Problem? Problem => Url.Problem ?? _refusal;

    public static RestCall Begin(HttpContext http, CommandDispatcher dispatcher, RestRoute route)
    {
        var url = new UrlInput(http);
        byte[]? key = route.HasKey ? url.Name(route.KeyPosition, route.Length) : null;
        return new RestCall(
            http, dispatcher, route, new CallTarget(url.Database(dispatcher.Engine.Options.Databases), key), url);
    }

    /// <summary>Runs the call on a context that is not its own, as an attempt of a call that may wait.</summary>
    public void Borrow(CommandContext context, long waitMs, bool isRepeat)
    {
        _isBorrowed = true;
        _isRepeat = isRepeat;
        WaitMs = waitMs;
        Prepare(context);
    }

    /// <summary>A name in the path other than the key.</summary>
    public byte[] PathName(string name) => Url.Name(route.PositionOf(name), route.Length);

    /// <summary>An integer in the path.</summary>
    public long PathInteger(string name, long min = 0) =>
        Url.SegmentInteger(route.PositionOf(name), route.Length, min);

    /// <summary>Keeps the command from being run, unless the URL is wrong, too, which is told first.</summary>
    public void Refuse(Problem problem) => _refusal ??= problem;

    /// <summary>Parameter encoding: how bytes appear in JSON.</summary>
    public BinaryEncoding ReadEncoding() => Representation.ReadEncoding(ref Url);

    /// <summary>The same where something is changed: what has been done cannot be refused any more because its reply is
    /// no text.</summary>
    public BinaryEncoding ReadEncodingOfWrite() => Representation.ReadEncodingOfWrite(ref Url);

    /// <summary>The form in which a read answers with a value.</summary>
    public Representation ChooseForm()
    {
        Representation? form = Representation.Choose(http, ref Url);
        if (form is null)
            Refuse(Representation.NotAcceptable());
        return form ?? default;
    }

    /// <summary>The form in which a write answers with a value.</summary>
    public Representation ChooseFormOfWrite() => Representation.ChooseForWrite(http, ref Url);

    /// <summary>Runs a command, which is counted, unless the request is wrong.</summary>
    public Error? Execute<TOperation, TReply>(scoped in TOperation operation, out TReply reply)
        where TOperation : struct, IOperation<TReply>, allows ref struct
        where TReply : struct, IReply, allows ref struct
    {
        _refusal = Problem;
        if (_refusal is null && _isRepeat)
            return dispatcher.Engine.Execute(ContextOf(TOperation.Info), operation, out reply);
        if (_refusal is null)
            return dispatcher.Execute(ContextOf(TOperation.Info), operation, out reply);
        reply = default;
        return _refusal.Error;
    }

    /// <summary>Runs what belongs to an operation that is counted already.</summary>
    public readonly Error? ExecutePart<TOperation, TReply>(scoped in TOperation operation, out TReply reply)
        where TOperation : struct, IOperation<TReply>, allows ref struct
        where TReply : struct, IReply, allows ref struct =>
        dispatcher.Engine.Execute(_context!, operation, out reply);

    /// <summary>Where command lines run. To be asked for when nothing is wrong with the request.</summary>
    public CommandScope BeginCommands()
    {
        var scope = new CommandScope(dispatcher, session: null) { Database = target.Database };
        scope.BeginBatch(Context());
        return scope;
    }

    /// <summary>200 with a JSON body, and with the ETag that the key has now; or the error.</summary>
    public Task Json<T>(Error? error, T body, JsonTypeInfo<T> contract)
    {
        if (error is not null)
            return Fail(error);
        SetHeaders();
        return JsonBody.WriteAsync(http, body, contract);
    }

    /// <summary>The same without the ETag, for a body that changes while the content of the key does not.</summary>
    public Task JsonWithoutTag<T>(Error? error, T body, JsonTypeInfo<T> contract)
    {
        if (error is not null)
            return Fail(error);
        ResponseHeaders.SetOffset(http.Response, _context!);
        return JsonBody.WriteAsync(http, body, contract);
    }

    /// <summary>200 with JSON that has been written already.</summary>
    public readonly Task Json(PooledJson json)
    {
        SetHeaders();
        http.Response.ContentType = Representation.Json;
        return json.SendAsync(http);
    }

    /// <summary>204, or the error. Nothing yet, if the call waits.</summary>
    public Task NoContent(Error? error)
    {
        if (error is not null)
            return Fail(error);
        if (_context!.Waiter is { HasJoined: true })
            return Task.CompletedTask;
        SetHeaders();
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    /// <summary>The answer of a PUT: 201 with the Location of what is new, 204 where something was replaced; or the
    /// error.</summary>
    public Task Stored(Error? error, bool isNew)
    {
        if (error is not null || !isNew)
            return NoContent(error);
        SetHeaders();
        http.Response.StatusCode = StatusCodes.Status201Created;
        http.Response.Headers.Location = UrlInput.LocationOf(http);
        http.Response.ContentLength = 0;
        return Task.CompletedTask;
    }

    /// <summary>The answer of a GET of one value: preconditions, ranges, the value, or 404.</summary>
    public readonly Task Value(Error? error, BulkReply value, Representation form) =>
        error is null ? ValueSender.SendAsync(http, _context!, value, form) : Fail(error);

    /// <summary>A value as the answer of any other operation, in full; 404 if there is none.</summary>
    public Task WholeValue(Error? error, BulkReply value, Representation form)
    {
        if (error is null && value.IsNull)
            error = CommonErrors.NoSuchKey;
        if (error is not null)
            return Fail(error);
        SetHeaders();
        ValueSender.SetHeaders(http.Response, _context!);
        return ValueSender.SendBodyAsync(http, value, form);
    }

    public readonly Task Fail(Error error) =>
        ReferenceEquals(_refusal?.Error, error) ? Fail(_refusal!) : ProblemWriter.WriteAsync(http, error);

    public readonly Task Fail(Problem problem) => problem.WriteAsync(http);

    /// <summary>Gives the context back.</summary>
    public void Dispose()
    {
        if (_context is not null && !_isBorrowed)
            KvEngine.Return(_context);
        _context = null;
    }

    private CommandContext ContextOf(CommandInfo command)
    {
        CommandContext context = Context();
        if (!_checksPreconditions && target.Key is not null && command.Is(CommandFlags.Write))
        {
            EntityTag.AddPreconditions(context, http.Request.Headers, target.Key);
            _checksPreconditions = true;
        }
        return context;
    }

    private CommandContext Context()
    {
        if (_context is null)
            Prepare(dispatcher.Engine.Rent());
        return _context!;
    }

    private void Prepare(CommandContext context)
    {
        _context = context;
        context.Database = target.Database;
        context.StateKey = StateKey ?? target.Key;
    }

    private readonly void SetHeaders()
    {
        if (_context!.StateKey is not null && State.Exists)
            http.Response.Headers.ETag = EntityTag.Format(State.Etag, 'r');
        ResponseHeaders.SetOffset(http.Response, _context);
    }
}
