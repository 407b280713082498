using System.Globalization;
using System.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Introspection;

/// <summary>DEBUG DIGEST: the fingerprint of all databases at one moment, to compare servers by.</summary>
/// <remarks>It is not the one of Redis, which hashes with SHA-1; 32 hexadecimal digits, all 0 when there is nothing.
/// </remarks>
public readonly ref struct DebugDigest : ICommand<DebugDigest, StatusReply>
{
    public static CommandInfo Info { get; } = new("debug|digest", "")
    {
        Arity = 2,
        Flags = CommandFlags.Admin | CommandFlags.ReadOnly | CommandFlags.AllKeys | CommandFlags.Slow,
        Group = CommandGroup.Server,
        Summary = "Returns a fingerprint of all data.",
        Complexity = "O(N) in the bytes of all keys and values; nobody else is served meanwhile",
    };

    public static Error? Parse(ref ArgReader arguments, out DebugDigest command)
    {
        command = default;
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.AddAll();

    public Error? Apply(CommandContext context, out StatusReply reply)
    {
        reply = default;
        if (!context.Engine.Options.DebugEnabled)
            return DebugErrors.NotAllowed;
        reply = new StatusReply(context.Replies.Copy(Format(KeyspaceDigest.OfLocked(context.Engine))));
        return null;
    }

    internal static byte[] Format(UInt128 digest) =>
        Encoding.ASCII.GetBytes(digest.ToString("x32", CultureInfo.InvariantCulture));
}
