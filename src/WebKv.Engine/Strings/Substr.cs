using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Strings;

/// <summary>SUBSTR: the name that <see cref="GetRange"/> had before Redis 2.0.</summary>
public readonly ref struct Substr : ICommand<Substr, BulkReply>
{
    public static CommandInfo Info { get; } = new("substr", "key start end")
    {
        Arity = 4,
        Flags = CommandFlags.ReadOnly,
        Group = CommandGroup.String,
        Keys = KeySpec.One,
        Summary = "Returns a part of the string value of a key; an old name of GETRANGE.",
        Complexity = "O(N) in the length of the part",
    };

    public required Key Key { get; init; }

    public required long Start { get; init; }

    /// <summary>Position of the last byte of the part.</summary>
    public required long End { get; init; }

    public static Error? Parse(ref ArgReader arguments, out Substr command)
    {
        Error? error = GetRange.Parse(ref arguments, out GetRange same);
        command = new Substr { Key = same.Key, Start = same.Start, End = same.End };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out BulkReply reply) =>
        new GetRange { Key = Key, Start = Start, End = End }.Apply(context, out reply);
}
