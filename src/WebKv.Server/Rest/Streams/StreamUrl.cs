using System.Text;
using WebKv.Engine.Streams;
using WebKv.Memory.Collections.Streams;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Streams;

/// <summary>Ids in URLs.</summary>
internal static class StreamUrl
{
    /// <summary>The id of an entry in the path.</summary>
    public static StreamId ReadId(ref RestCall call)
    {
        if (StreamIds.Parse(call.PathName("id"), out StreamId id) is { } error)
            call.Refuse(new Problem(error));
        return id;
    }

    /// <summary>Parameter start: an id, or "(" and an id above which to begin; the stream's beginning if not given.
    /// </summary>
    public static StreamId ReadStart(ref RestCall call)
    {
        string text = call.Url.Text("start") ?? "-";
        if (StreamIds.ParseStart(Encoding.UTF8.GetBytes(text), out StreamId id) is { } error)
            call.Url.Refuse("start", error.Message);
        return id;
    }

    /// <summary>Parameter end: an id, or "(" and an id below which to end; the stream's end if not given.</summary>
    public static StreamId ReadEnd(ref RestCall call)
    {
        string text = call.Url.Text("end") ?? "+";
        if (StreamIds.ParseEnd(Encoding.UTF8.GetBytes(text), out StreamId id) is { } error)
            call.Url.Refuse("end", error.Message);
        return id;
    }
}
