using WebKv.Engine.Commands;
using WebKv.Engine.Sessions;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Commands;

/// <summary>Where the commands of a request run and how their replies are written.</summary>
internal readonly record struct RequestScope(CommandScope Commands, BinaryEncoding Encoding)
{
    /// <summary>Reads db and encoding and rents a context; the caller gives it back.</summary>
    public static Problem? Read(HttpContext http, CommandDispatcher dispatcher, out RequestScope scope)
    {
        scope = default;
        var input = new UrlInput(http);
        int database = input.Database(dispatcher.Engine.Options.Databases);
        BinaryEncoding encoding = Representation.ReadEncoding(ref input);
        // What has been done cannot be refused any more because its reply is no text.
        if (encoding == BinaryEncoding.Utf8)
            input.Refuse("encoding", "must be auto or base64 here.");
        if (input.Problem is { } problem)
            return problem;
        var commands = new CommandScope(dispatcher, session: null) { Database = database };
        commands.BeginBatch(dispatcher.Engine.Rent());
        scope = new RequestScope(commands, encoding);
        return null;
    }
}
