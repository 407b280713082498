using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Strings;

/// <summary>SETEX: sets a value with an expiry in seconds. The same as SET with EX.</summary>
/// <remarks>Logged as SET key value PXAT ms.</remarks>
public readonly ref struct SetEx : ICommand<SetEx, OkReply>
{
    public static CommandInfo Info { get; } = new("setex", "key seconds value")
    {
        Arity = 4,
        Flags = CommandFlags.Write | CommandFlags.DenyOom,
        Group = CommandGroup.String,
        Keys = KeySpec.One,
        Summary = "Sets the string value of a key and its expiry in seconds.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public required Expiry Expiry { get; init; }

    public required Value Value { get; init; }

    public static Error? Parse(ref ArgReader arguments, out SetEx command)
    {
        Key key = arguments.NextKey();
        Error? error = Expiry.ParseAfter(ref arguments, Info, seconds: true, out Expiry expiry);
        command = new SetEx { Key = key, Expiry = expiry, Value = arguments.NextValue() };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out OkReply reply)
    {
        reply = default;
        return Store(context, new Set { Key = Key, Value = Value, Expiry = Expiry }, Info);
    }

    /// <summary>Runs a SET whose expiry errors name another command.</summary>
    internal static Error? Store(CommandContext context, Set set, CommandInfo command) =>
        set.Expiry.TryResolve(context.NowMs, out _)
            ? set.Apply(context, out _)
            : CommonErrors.InvalidExpireTime(command.Name);
}
