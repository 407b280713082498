using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Lists;

/// <summary>LINSERT: puts an element before or behind the first one that equals a pivot; replies the length, -1
/// without the pivot, 0 without the key.</summary>
public readonly ref struct LInsert : ICommand<LInsert, IntegerReply>
{
    public static CommandInfo Info { get; } = new("linsert", "key BEFORE | AFTER pivot element")
    {
        Arity = 5,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Slow,
        Group = CommandGroup.List,
        Keys = KeySpec.One,
        Summary = "Inserts an element beside another.",
        Complexity = "O(N) up to the pivot",
    };

    public required Key Key { get; init; }

    public required bool Before { get; init; }

    public required Value Pivot { get; init; }

    public required Value Value { get; init; }

    public static Error? Parse(ref ArgReader arguments, out LInsert command)
    {
        Key key = arguments.NextKey();
        bool before = arguments.TryKeyword("BEFORE"u8);
        bool isValid = before || arguments.TryKeyword("AFTER"u8);
        command = default;
        if (!isValid)
            return CommonErrors.Syntax;
        command = new LInsert
        {
            Key = key,
            Before = before,
            Pivot = arguments.NextValue(),
            Value = arguments.NextValue(),
        };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        if (ListView.Peek(context, Key, out ListView list) is { } error)
            return error;
        if (!list.Exists)
            return null;
        if (ListSearch.First(list, PackedItem.Of(Pivot.Bytes)) is not { } place)
        {
            reply = new IntegerReply(-1);
            return null;
        }
        list.Insert(place, Before, Value.Bytes);
        reply = new IntegerReply(list.Count);
        list.Commit("linsert"u8);
        if (context.BeginLog("LINSERT"u8, 4))
        {
            context.LogArgument(Key.Bytes);
            context.LogArgument(Before ? "BEFORE"u8 : "AFTER"u8);
            context.LogArgument(Pivot);
            context.LogArgument(Value);
        }
        return null;
    }
}
