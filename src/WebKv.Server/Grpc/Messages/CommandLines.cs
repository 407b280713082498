using Google.Protobuf;
using Google.Protobuf.Collections;
using WebKv.Engine.Commands;
using WebKv.V1;

namespace WebKv.Server.Grpc.Messages;

/// <summary>Lists of keys as the engine's commands take them: as a part of a command line.</summary>
internal static class CommandLines
{
    public static CommandLine Of(RepeatedField<ByteString> keys)
    {
        var line = new CommandLine();
        foreach (ByteString key in keys)
            line.Add(key.Span);
        return line;
    }

    public static CommandLine Of(OperationScope scope, RepeatedField<KeyValue> items)
    {
        var line = new CommandLine();
        foreach (KeyValue item in items)
            line.Add(item.Key.Span).Add(scope.ValueOf(item.Value));
        return line;
    }

    public static CommandLine OfValues(OperationScope scope, RepeatedField<ByteString> values)
    {
        var line = new CommandLine();
        foreach (ByteString value in values)
            line.Add(scope.ValueOf(value));
        return line;
    }
}
