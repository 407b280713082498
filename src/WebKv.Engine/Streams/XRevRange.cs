using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.Streams;

/// <summary>XREVRANGE: the entries between two ids, newest first.</summary>
public readonly ref struct XRevRange : ICommand<XRevRange, EntriesReply>
{
    public static CommandInfo Info { get; } = new("xrevrange", "key end start [COUNT count]")
    {
        Arity = -4,
        Flags = CommandFlags.ReadOnly,
        Group = CommandGroup.Stream,
        Keys = KeySpec.One,
        Summary = "Returns the entries of a stream between two ids, newest first.",
        Complexity = "O(log(N)+M) with M entries returned",
    };

    public required Key Key { get; init; }

    public required RangeQuery Query { get; init; }

    public static Error? Parse(ref ArgReader arguments, out XRevRange command)
    {
        Key key = arguments.NextKey();
        Error? error = RangeQuery.Parse(ref arguments, backward: true, out RangeQuery query);
        command = new XRevRange { Key = key, Query = query };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out EntriesReply reply) => Query.Run(context, Key, out reply);
}
