using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>Finds the position from which somebody follows a stream, which must exist; see <see cref="ReadTail"/>.
/// </summary>
public readonly ref struct BeginTail : IOperation<TailPosition>
{
    public static CommandInfo Info => XRead.Info;

    public required Key Key { get; init; }

    public required TailStart Start { get; init; }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out TailPosition reply)
    {
        reply = default;
        Error? error = StreamKeys.Find(context, Key, out StreamCollection? stream);
        if (error is not null || stream is null)
            return error ?? CommonErrors.NoSuchKey;
        reply = Start switch
        {
            { Kind: TailStartKind.New } => new TailPosition(stream.LastId, IsSeen: true),
            { Kind: TailStartKind.Resumed } => new TailPosition(Start.Id, IsSeen: true),
            // All that there is begins where the stream was cut, and that is no gap.
            _ when Start.Id == StreamId.Min => new TailPosition(stream.TrimmedId, IsSeen: true),
            _ => new TailPosition(Start.Id, IsSeen: Start.Id <= stream.LastId),
        };
        return null;
    }
}
