using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>XINFO GROUPS: the groups of a stream, by name.</summary>
public readonly ref struct XInfoGroups : ICommand<XInfoGroups, GroupInfosReply>
{
    public static CommandInfo Info { get; } = new("xinfo|groups", "key")
    {
        Arity = 3,
        Flags = CommandFlags.ReadOnly,
        Group = CommandGroup.Stream,
        Keys = new KeySpec(2, 2, 1),
        Summary = "Lists the groups of consumers of a stream.",
        Complexity = "O(N) in the number of groups",
    };

    public required Key Key { get; init; }

    public static Error? Parse(ref ArgReader arguments, out XInfoGroups command)
    {
        command = new XInfoGroups { Key = arguments.NextKey() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out GroupInfosReply reply)
    {
        reply = default;
        Error? error = StreamKeys.Find(context, Key, out StreamCollection? stream);
        if (error is not null || stream is null)
            return error ?? CommonErrors.NoSuchKey;
        var groups = new GroupInfo[stream.GroupCount];
        for (int i = 0; i < groups.Length; i++)
            groups[i] = GroupInfo.Of(stream, stream.GroupAt(i));
        reply = new GroupInfosReply(groups);
        return null;
    }
}
