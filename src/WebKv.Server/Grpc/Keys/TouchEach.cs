using Google.Protobuf;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keys;
using WebKv.Engine.Keyspace;

namespace WebKv.Server.Grpc.Keys;

/// <summary>TOUCH that says which of the keys exist.</summary>
internal readonly struct TouchEach : IOperation<FlagsReply>
{
    public static CommandInfo Info => Touch.Info;

    public required IReadOnlyList<ByteString> Keys { get; init; }

    public void DeclareKeys(ref KeySet keys)
    {
        foreach (ByteString key in Keys)
            keys.Add(Key.Of(key.Span));
    }

    public Error? Apply(CommandContext context, out FlagsReply reply)
    {
        bool[] flags = new bool[Keys.Count];
        for (int i = 0; i < flags.Length; i++)
            flags[i] = context.TryFind(Key.Of(Keys[i].Span), out _);
        reply = new FlagsReply(flags);
        return null;
    }
}
