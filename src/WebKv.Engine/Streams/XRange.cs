using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.Streams;

/// <summary>XRANGE: the entries between two ids, oldest first.</summary>
public readonly ref struct XRange : ICommand<XRange, EntriesReply>
{
    public static CommandInfo Info { get; } = new("xrange", "key start end [COUNT count]")
    {
        Arity = -4,
        Flags = CommandFlags.ReadOnly,
        Group = CommandGroup.Stream,
        Keys = KeySpec.One,
        Summary = "Returns the entries of a stream between two ids.",
        Complexity = "O(log(N)+M) with M entries returned",
    };

    public required Key Key { get; init; }

    public required RangeQuery Query { get; init; }

    public static Error? Parse(ref ArgReader arguments, out XRange command)
    {
        Key key = arguments.NextKey();
        Error? error = RangeQuery.Parse(ref arguments, backward: false, out RangeQuery query);
        command = new XRange { Key = key, Query = query };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out EntriesReply reply) => Query.Run(context, Key, out reply);
}
