using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Strings;

/// <summary>PSETEX: sets a value with an expiry in milliseconds. The same as SET with PX.</summary>
/// <remarks>Logged as SET key value PXAT ms.</remarks>
public readonly ref struct PSetEx : ICommand<PSetEx, OkReply>
{
    public static CommandInfo Info { get; } = new("psetex", "key milliseconds value")
    {
        Arity = 4,
        Flags = CommandFlags.Write | CommandFlags.DenyOom,
        Group = CommandGroup.String,
        Keys = KeySpec.One,
        Summary = "Sets the string value of a key and its expiry in milliseconds.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public required Expiry Expiry { get; init; }

    public required Value Value { get; init; }

    public static Error? Parse(ref ArgReader arguments, out PSetEx command)
    {
        Key key = arguments.NextKey();
        Error? error = Expiry.ParseAfter(ref arguments, Info, seconds: false, out Expiry expiry);
        command = new PSetEx { Key = key, Expiry = expiry, Value = arguments.NextValue() };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out OkReply reply)
    {
        reply = default;
        return SetEx.Store(context, new Set { Key = Key, Value = Value, Expiry = Expiry }, Info);
    }
}
