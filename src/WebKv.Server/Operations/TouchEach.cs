using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keys;
using WebKv.Engine.Keyspace;

namespace WebKv.Server.Operations;

/// <summary>TOUCH that says which of the keys exist.</summary>
internal readonly ref struct TouchEach : IOperation<FlagsReply>
{
    public static CommandInfo Info => Touch.Info;

    public required KeyList Keys { get; init; }

    public void DeclareKeys(ref KeySet keys) => Keys.Declare(ref keys);

    public Error? Apply(CommandContext context, out FlagsReply reply)
    {
        bool[] flags = new bool[Keys.Count];
        for (int i = 0; i < flags.Length; i++)
            flags[i] = context.TryFind(Keys[i], out _);
        reply = new FlagsReply(flags);
        return null;
    }
}
