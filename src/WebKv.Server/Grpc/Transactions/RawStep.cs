using Google.Protobuf;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Sessions;
using WebKv.Server.Grpc.Errors;
using WebKv.Server.Grpc.Wire;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;

namespace WebKv.Server.Grpc.Transactions;

/// <summary>A raw command of a transaction: its line, and its reply as bytes until the locks are released.</summary>
internal sealed class RawStep : IDisposable
{
    private static readonly ReplyFields Fields = new(
        OperationResult.ReplyFieldNumber, OperationResult.ErrorFieldNumber);

    private readonly WireMessage _reply = WireMessage.Rent();

    private RawStep(CommandEntry entry, CommandLine line)
    {
        Entry = entry;
        Line = line;
    }

    public CommandEntry Entry { get; }

    public CommandLine Line { get; }

    /// <summary>Prepares a command, or says why the transaction cannot have it.</summary>
    public static Error? Create(CommandScope scope, RawCommand command, out RawStep? step)
    {
        step = null;
        var line = new CommandLine();
        foreach (ByteString argument in command.Args)
            line.Add(argument.Span);
        CommandEntry? entry = scope.Dispatcher.Table.Find(line.Arguments);
        Error? refusal = entry is null
            ? scope.Dispatcher.Unknown(line.Arguments)
            : scope.Dispatcher.Refuse(scope, entry, line.Arguments)
                ?? (entry.Info.Is(CommandFlags.NoMulti) ? CommonErrors.NotInsideMulti : null);
        if (refusal is null)
            step = new RawStep(entry!, line);
        else
            line.Dispose();
        return refusal;
    }

    /// <summary>Runs it under the transaction's locks.</summary>
    public void Run(CommandScope commands, OperationScope scope, ReplyMessageWriter writer)
    {
        writer.Begin(_reply, Fields, (int)scope.BytesLeft);
        commands.Context.StateKey = null;
        commands.Dispatcher.DispatchInUnit(commands, Entry, Line.Arguments, writer);
        if (writer.IsTooLarge)
        {
            _reply.Truncate(0);
            ErrorMessage.Write(
                new ProtoWriter(_reply), Fields.Error, GrpcErrors.ReplyTooLarge(scope.Settings.ReplyBytesMax));
            scope.TakeBytes(int.MaxValue);
        }
        scope.TakeBytes(_reply.Length);
    }

    /// <summary>Makes a message of the reply; not under the locks.</summary>
    public void Complete(OperationResult result) => result.MergeFrom(_reply.Bytes.ToArray());

    public void Dispose()
    {
        Line.Dispose();
        WireMessage.Return(_reply);
    }
}
