using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keys;
using WebKv.Engine.Keyspace;
using WebKv.Memory;

namespace WebKv.Server.Operations;

/// <summary>DEL that says which of the keys existed.</summary>
/// <remarks>Journalled as DEL, one for each key that existed.</remarks>
internal readonly ref struct DeleteEach : IOperation<FlagsReply>
{
    public static CommandInfo Info => Del.Info;

    public required KeyList Keys { get; init; }

    public void DeclareKeys(ref KeySet keys) => Keys.Declare(ref keys);

    public Error? Apply(CommandContext context, out FlagsReply reply)
    {
        bool[] flags = new bool[Keys.Count];
        for (int i = 0; i < flags.Length; i++)
            flags[i] = Delete(context, Keys[i]);
        reply = new FlagsReply(flags);
        return null;
    }

    private static bool Delete(CommandContext context, Key key)
    {
        if (!context.TryPeek(key, out Record record))
            return false;
        context.Remove(key, record);
        context.LogDelete(key);
        context.NotifyDeleted(key);
        return true;
    }
}
