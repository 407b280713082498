using WebKv.Engine.Commands;
using WebKv.Engine.Errors;

namespace WebKv.Engine.Streams;

/// <summary>The errors of commands on streams; the texts are those that clients compare.</summary>
public static class StreamErrors
{
    public static readonly Error InvalidId = new(ErrorCode.InvalidArgument,
        "ERR Invalid stream ID specified as stream command argument");

    public static readonly Error IdTooSmall = new(ErrorCode.StreamIdTooSmall,
        "ERR The ID specified in XADD is equal or smaller than the target stream top item");

    public static readonly Error IdZero = new(ErrorCode.InvalidArgument,
        "ERR The ID specified in XADD must be greater than 0-0");

    public static readonly Error IdsExhausted = new(ErrorCode.StreamIdTooSmall,
        "ERR The stream has exhausted the last possible ID, unable to add more items");

    public static readonly Error TooLarge = new(ErrorCode.PayloadTooLarge,
        "ERR Elements are too large to be stored");

    public static readonly Error StartInvalid = new(ErrorCode.InvalidArgument,
        "ERR invalid start ID for the interval");

    public static readonly Error EndInvalid = new(ErrorCode.InvalidArgument,
        "ERR invalid end ID for the interval");

    public static readonly Error TrimTwice = new(ErrorCode.Syntax,
        "ERR syntax error, MAXLEN and MINID options at the same time are not compatible");

    public static readonly Error TrimMissing = new(ErrorCode.Syntax,
        "ERR syntax error, XTRIM must be called with a trimming strategy");

    public static readonly Error LimitWithoutTrim = new(ErrorCode.Syntax,
        "ERR syntax error, LIMIT cannot be used without specifying a trimming strategy");

    public static readonly Error LimitWithoutApproximation = new(ErrorCode.Syntax,
        "ERR syntax error, LIMIT cannot be used without the special ~ option");

    public static readonly Error MaxLenNegative = new(ErrorCode.InvalidArgument,
        "ERR The MAXLEN argument must be >= 0.");

    public static readonly Error LimitNegative = new(ErrorCode.InvalidArgument,
        "ERR The LIMIT argument must be >= 0.");

    public static readonly Error GroupExists = new(ErrorCode.GroupExists,
        "BUSYGROUP Consumer Group name already exists");

    public static readonly Error GroupNeedsKey = new(ErrorCode.KeyNotFound,
        "ERR The XGROUP subcommand requires the key to exist. Note that for CREATE you may want to use the MKSTREAM "
        + "option to create an empty stream automatically.");

    public static readonly Error EntriesReadInvalid = new(ErrorCode.InvalidArgument,
        "ERR value for ENTRIESREAD must be positive or -1");

    public static readonly Error SetIdBelowDeleted = new(ErrorCode.InvalidArgument,
        "ERR The ID specified in XSETID is smaller than the provided max_deleted_entry_id");

    public static readonly Error SetIdBelowNewest = new(ErrorCode.StreamIdTooSmall,
        "ERR The ID specified in XSETID is smaller than the target stream top item");

    public static readonly Error SetIdBelowOldDeleted = new(ErrorCode.StreamIdTooSmall,
        "ERR The ID specified in XSETID is smaller than current max_deleted_entry_id");

    public static readonly Error EntriesAddedNegative = new(ErrorCode.InvalidArgument,
        "ERR entries_added must be positive");

    public static readonly Error EntriesAddedBelowLength = new(ErrorCode.InvalidArgument,
        "ERR The entries_added specified in XSETID is smaller than the target stream length");

    public static readonly Error GroupOnlyInReadGroup = new(ErrorCode.Syntax,
        "ERR The GROUP option is only supported by XREADGROUP. You called XREAD instead.");

    public static readonly Error NoAckOnlyInReadGroup = new(ErrorCode.Syntax,
        "ERR The NOACK option is only supported by XREADGROUP. You called XREAD instead.");

    public static readonly Error GroupMissing = new(ErrorCode.Syntax,
        "ERR Missing GROUP option for XREADGROUP");

    public static readonly Error LastInReadGroup = new(ErrorCode.InvalidArgument,
        "ERR The $ ID is meaningless in the context of XREADGROUP: you want to read the history of this consumer by "
        + "specifying a proper ID, or use the > ID to get new messages. The $ ID would just return an empty result "
        + "set.");

    public static readonly Error NewInRead = new(ErrorCode.InvalidArgument,
        "ERR The > ID can be specified only when calling XREADGROUP using the GROUP <group> <consumer> option.");

    public static readonly Error CountNotPositive = new(ErrorCode.InvalidArgument, "ERR COUNT must be > 0");

    public static readonly Error NoSuchEntry = new(ErrorCode.NotFound, "ERR no such entry");

    public static readonly Error NoSuchConsumer = new(ErrorCode.NotFound, "ERR no such consumer");

    public static readonly Error TimeoutInvalid = new(ErrorCode.InvalidArgument,
        "ERR timeout is not an integer or out of range");

    public static readonly Error TimeoutNegative = new(ErrorCode.InvalidArgument, "ERR timeout is negative");

    public static Error NoGroup(ReadOnlySpan<byte> key, ReadOnlySpan<byte> group) => new(ErrorCode.NoGroup,
        $"NOGROUP No such key '{CommonErrors.Echo(key)}' or consumer group '{CommonErrors.Echo(group)}'");

    public static Error NoGroupToRead(ReadOnlySpan<byte> key, ReadOnlySpan<byte> group) => new(ErrorCode.NoGroup,
        $"{NoGroup(key, group).Text} in XREADGROUP with GROUP option");

    public static Error NoGroupOfKey(ReadOnlySpan<byte> key, ReadOnlySpan<byte> group) => new(ErrorCode.NoGroup,
        $"NOGROUP No such consumer group '{CommonErrors.Echo(group)}' for key name '{CommonErrors.Echo(key)}'");

    public static Error Unbalanced(string commandName) => new(ErrorCode.Syntax,
        $"ERR Unbalanced '{commandName}' list of streams: for each stream key an ID or "
        + $"'{(commandName == "xread" ? '$' : '>')}' must be specified.");

    public static Error InvalidMinIdle(CommandInfo command) => new(ErrorCode.InvalidArgument,
        $"ERR Invalid min-idle-time argument for {command.Name.ToUpperInvariant()}");

    public static Error InvalidClaimOption(string option) => new(ErrorCode.InvalidArgument,
        $"ERR Invalid {option} option argument for XCLAIM");

    public static Error UnknownClaimOption(ReadOnlySpan<byte> option) => new(ErrorCode.Syntax,
        $"ERR Unrecognized XCLAIM option '{CommonErrors.Echo(option)}'");

    /// <summary>What Redis says of a subcommand whose options are wrong.</summary>
    public static Error SubcommandSyntax(CommandInfo subcommand)
    {
        string[] names = subcommand.Name.ToUpperInvariant().Split('|');
        return new Error(ErrorCode.Syntax,
            $"ERR unknown subcommand or wrong number of arguments for '{names[1]}'. Try {names[0]} HELP.");
    }
}
