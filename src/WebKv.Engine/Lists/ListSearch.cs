using WebKv.Memory.Collections;

namespace WebKv.Engine.Lists;

/// <summary>Looks for elements by their value.</summary>
internal static class ListSearch
{
    /// <summary>The place of the first element that equals another; the list has elements.</summary>
    public static PackedPlace? First(ListView list, PackedItem item)
    {
        PackedPlace place = list.Seek(0);
        do
        {
            if (list.Read(place).SameAs(item))
                return place;
        }
        while (list.Move(ref place, forward: true));
        return null;
    }

    /// <summary>Collects the indexes that LPOS asks for; the list has elements.</summary>
    public static void Collect(ListView list, PackedItem item, LPos query, List<long> positions)
    {
        bool forward = query.Rank > 0;
        long skip = Math.Abs(query.Rank) - 1;
        long wanted = query.Count ?? 1;
        long left = query.MaxLen == 0 ? list.Count : Math.Min(query.MaxLen, list.Count);
        long index = forward ? 0 : list.Count - 1;
        PackedPlace place = list.Seek(index);
        for (; left > 0; left--, index += forward ? 1 : -1)
        {
            if (list.Read(place).SameAs(item) && skip-- <= 0)
            {
                positions.Add(index);
                if (positions.Count == wanted)
                    return;
            }
            list.Move(ref place, forward);
        }
    }
}
