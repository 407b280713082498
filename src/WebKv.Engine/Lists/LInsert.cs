using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Lists;

/// <summary>
/// LINSERT: puts an element before or behind the first one that equals a pivot; replies with the length of the list,
/// -1 without a pivot, 0 without a list.
/// </summary>
public readonly ref struct LInsert : ICommand<LInsert, IntegerReply>
{
    public static CommandInfo Info { get; } = new("linsert", "key BEFORE | AFTER pivot element")
    {
        Arity = 5,
        Flags = CommandFlags.Write | CommandFlags.DenyOom,
        Group = CommandGroup.List,
        Keys = KeySpec.One,
        Summary = "Inserts an element before or after another one of a list.",
        Complexity = "O(N) in the number of elements before the pivot",
    };

    private const long NoPivot = -1;

    public required Key Key { get; init; }

    public required bool After { get; init; }

    public required Value Pivot { get; init; }

    public required Value Element { get; init; }

    public static Error? Parse(ref ArgReader arguments, out LInsert command)
    {
        Key key = arguments.NextKey();
        bool after = arguments.TryKeyword("AFTER"u8);
        Error? error = after || arguments.TryKeyword("BEFORE"u8) ? null : CommonErrors.Syntax;
        command = error is not null
            ? default
            : new LInsert
            {
                Key = key,
                After = after,
                Pivot = arguments.NextValue(),
                Element = arguments.NextValue(),
            };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        if (ListView.Open(context, Key, out ListView list) is { } error)
            return error;
        if (list.IsMissing)
            return null;
        if (!TryFindPivot(in list, out ListPosition pivot))
        {
            reply = new IntegerReply(NoPivot);
            return null;
        }
        list.Insert(pivot, behind: After, Element.Bytes);
        reply = new IntegerReply(list.Count);
        LogInsert(context);
        context.Notify(KeyspaceEvents.List, "linsert"u8, Key);
        list.Commit();
        return null;
    }

    private bool TryFindPivot(scoped in ListView list, out ListPosition position)
    {
        PackedItem pivot = PackedItem.Of(Pivot.Bytes);
        ListReader reader = list.Read(ListSide.Left);
        while (reader.TryNext(out PackedItem item))
        {
            position = reader.Position;
            if (item.SameAs(pivot))
                return true;
        }
        position = default;
        return false;
    }

    private void LogInsert(CommandContext context)
    {
        if (!context.BeginLog("LINSERT"u8, 4))
            return;
        context.LogArgument(Key.Bytes);
        context.LogArgument(After ? "AFTER"u8 : "BEFORE"u8);
        context.LogArgument(Pivot);
        context.LogArgument(Element);
    }
}
