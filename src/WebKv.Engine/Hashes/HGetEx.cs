using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keys;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.Strings;

namespace WebKv.Engine.Hashes;

/// <summary>HGETEX: the values of several fields, whose deadlines are changed or not.</summary>
/// <remarks>Logged as HPEXPIREAT, as HPERSIST, or as HDEL when the time is not in the future; without an option it
/// changes nothing and logs nothing.</remarks>
public readonly ref struct HGetEx : ICommand<HGetEx, BulksReply>
{
    private const string Usage = "key [EX seconds | PX ms | EXAT unix-seconds | PXAT unix-ms | PERSIST] "
        + "FIELDS numfields field [field ...]";

    public static CommandInfo Info { get; } = new("hgetex", Usage)
    {
        Arity = -5,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Fast,
        Group = CommandGroup.Hash,
        Keys = KeySpec.One,
        Summary = "Returns the values of fields and sets or removes their expiry.",
        Complexity = "O(N) in the number of fields asked for",
    };

    public required Key Key { get; init; }

    /// <summary>A time, <see cref="Expiry.Remove"/>, or unset to leave the deadlines alone.</summary>
    public Expiry Expiry { get; init; }

    public required ValueList Fields { get; init; }

    public static Error? Parse(ref ArgReader arguments, out HGetEx command)
    {
        command = default;
        Key key = arguments.NextKey();
        Error? error = null;
        Expiry expiry = default;
        if (arguments.TryKeyword("PERSIST"u8))
            expiry = Expiry.Remove;
        else if (!Keywords.Equal(arguments.Peek(), "FIELDS"u8))
            error = Expiry.ParseTime(ref arguments, Info.Name, out expiry);
        if (error is not null)
            return error;
        error = FieldArguments.Parse(ref arguments, HashErrors.FieldCount, out ValueList fields);
        command = new HGetEx { Key = key, Expiry = expiry, Fields = fields };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out BulksReply reply)
    {
        reply = default;
        if (!Expiry.TryResolve(context.NowMs, out long deadlineMs) || deadlineMs > FieldExpiry.DeadlineMaxMs)
            return CommonErrors.InvalidExpireTime(Info.Name);
        if (HashView.Find(context, Key, out HashView found) is { } error)
            return error;
        reply = HMGet.ReadAll(context, found, Fields);
        if (!found.Exists)
            return null;
        HashEditor.Peek(context, Key, out HashEditor hash);
        if (deadlineMs != 0)
            SetDeadlines(context, ref hash, deadlineMs);
        else if (Expiry.Removes)
            HPersist.ClearAll(context, Key, ref hash, Fields);
        return null;
    }

    private void SetDeadlines(CommandContext context, ref HashEditor hash, long deadlineMs)
    {
        var results = new FieldResults(Fields.Count);
        for (int i = 0; i < Fields.Count; i++)
            results[i] = FieldDeadline.SetOne(context, ref hash, Fields[i].Bytes, deadlineMs, ExpireCondition.None);
        FieldDeadline.Finish(context, Key, ref hash, deadlineMs, Fields, results);
    }
}
