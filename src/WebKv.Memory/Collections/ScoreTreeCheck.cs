namespace WebKv.Memory.Collections;

/// <summary>
/// Walks a whole tree and says what is wrong with it: for tests. Every rule that <see cref="ScoreTree"/> rests on is
/// one line here.
/// </summary>
internal static unsafe class ScoreTreeCheck
{
    /// <summary>The first rule that is broken; null for a sound tree.</summary>
    public static string? Find(ScoredTable table)
    {
        ScoreNode* root = table.Root;
        if (root == null)
            return table.Count == 0 ? null : "elements without a tree";
        if (root->Level > 0 && root->Count < 2)
            return "a root with one child";
        if (ScoreNode.ElementCount(root, 0, root->Count) != table.Count)
            return "tree and index count differently";
        return FindBelow(root, isLast: true, isRoot: true) ?? FindInLinks(root);
    }

    private static string? FindBelow(ScoreNode* node, bool isLast, bool isRoot)
    {
        if (node->Count > ScoreNode.Capacity(node))
            return "a node with too many slots";
        if (!isRoot && (node->Count == 0 || (!isLast && ScoreNode.IsTooSmall(node))))
            return $"a node of level {node->Level} with {node->Count} slots";
        for (int slot = 1; slot < node->Count; slot++)
            if (!IsInOrder(node, slot - 1, node, slot))
                return $"disorder in a node of level {node->Level}";
        return node->Level == 0 ? FindInEntries(node) : FindInChildren(node, isLast);
    }

    private static string? FindInChildren(ScoreNode* node, bool isLast)
    {
        for (int slot = 0; slot < node->Count; slot++)
        {
            ScoreNode* child = ScoreNode.Children(node)[slot];
            if (child->Level != node->Level - 1)
                return "a child of another level than the next";
            if (ScoreNode.Counts(node)[slot] != ScoreNode.ElementCount(child, 0, child->Count))
                return "a child with another number of elements";
            if (child->Count > 0 && ScoreNode.Entries(node)[slot] != ScoreNode.Entries(child)[0])
                return "a child that begins with another entry";
            if (child->Count > 0 && ScoreNode.Keys(node)[slot] != ScoreNode.Keys(child)[0])
                return "a child that begins with another key";
            if (FindBelow(child, isLast && slot == node->Count - 1, isRoot: false) is { } found)
                return found;
        }
        return null;
    }

    private static string? FindInEntries(ScoreNode* leaf)
    {
        for (int slot = 0; slot < leaf->Count; slot++)
            if (ScoreNode.Keys(leaf)[slot] != ScoreKey.Of(ScoredEntry.Score(ScoreNode.Entries(leaf)[slot])))
                return "a key that is not that of the score";
        return null;
    }

    private static string? FindInLinks(ScoreNode* root)
    {
        for (ScoreNode* first = root; ; first = ScoreNode.Children(first)[0])
        {
            if (first->Previous != null)
                return "a first node with one before it";
            for (ScoreNode* node = first; node->Next != null; node = node->Next)
            {
                if (node->Next->Previous != node || node->Next->Level != node->Level)
                    return "a link that does not lead back";
                if (!IsInOrder(node, node->Count - 1, node->Next, 0))
                    return "disorder between two nodes";
            }
            if (first->Level == 0)
                return null;
        }
    }

    private static bool IsInOrder(ScoreNode* left, int leftSlot, ScoreNode* right, int rightSlot)
    {
        ulong leftKey = ScoreNode.Keys(left)[leftSlot];
        ulong rightKey = ScoreNode.Keys(right)[rightSlot];
        return leftKey != rightKey
            ? leftKey < rightKey
            : MemberOf(left, leftSlot).SequenceCompareTo(MemberOf(right, rightSlot)) < 0;
    }

    private static ReadOnlySpan<byte> MemberOf(ScoreNode* node, int slot) =>
        ScoredEntry.Member(ScoreNode.Entries(node)[slot]);
}
