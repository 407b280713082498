using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>Where somebody wants to begin to follow a stream.</summary>
/// <param name="Kind">What the id means.</param>
/// <param name="Id">An id, for the kinds that have one.</param>
public readonly record struct TailStart(TailStartKind Kind, StreamId Id)
{
    /// <summary>Behind the last entry.</summary>
    public static readonly TailStart New = new(TailStartKind.New, default);
}
