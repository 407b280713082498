using Google.Protobuf;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keys;
using WebKv.Engine.Keyspace;
using WebKv.Memory;

namespace WebKv.Server.Grpc.Keys;

/// <summary>DEL that says which of the keys existed.</summary>
/// <remarks>Journalled as DEL, one for each key that existed.</remarks>
internal readonly struct DeleteEach : IOperation<FlagsReply>
{
    public static CommandInfo Info => Del.Info;

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
            flags[i] = Delete(context, Key.Of(Keys[i].Span));
        reply = new FlagsReply(flags);
        return null;
    }

    private static bool Delete(CommandContext context, Key key)
    {
        if (!context.TryPeek(key, out Record record))
            return false;
        context.Remove(key, record);
        context.LogDelete(key);
        return true;
    }
}
