using System.Text;

namespace WebKv.Engine.Notifications;

/// <summary>The letters in which notify-keyspace-events is written.</summary>
public static class KeyspaceEventLetters
{
    /// <summary>All letters that there are.</summary>
    public const string All = "Ag$lshzxeKEtmdn";

    // In the order in which Redis prints them: what A stands for, then the rest.
    private static readonly (char Letter, KeyspaceEvents Event)[] Letters =
    [
        ('g', KeyspaceEvents.Generic),
        ('$', KeyspaceEvents.String),
        ('l', KeyspaceEvents.List),
        ('s', KeyspaceEvents.Set),
        ('h', KeyspaceEvents.Hash),
        ('z', KeyspaceEvents.SortedSet),
        ('x', KeyspaceEvents.Expired),
        ('e', KeyspaceEvents.Evicted),
        ('t', KeyspaceEvents.Stream),
        ('d', KeyspaceEvents.Module),
        ('n', KeyspaceEvents.New),
        ('K', KeyspaceEvents.KeyspaceChannel),
        ('E', KeyspaceEvents.KeyeventChannel),
        ('m', KeyspaceEvents.KeyMiss),
    ];

    /// <summary>False when there is a character that means nothing.</summary>
    public static bool TryParse(string text, out KeyspaceEvents events)
    {
        events = KeyspaceEvents.None;
        foreach (char c in text)
        {
            KeyspaceEvents meant = c == 'A'
                ? KeyspaceEvents.All
                : Array.Find(Letters, row => row.Letter == c).Event;
            if (meant == KeyspaceEvents.None)
                return false;
            events |= meant;
        }
        return true;
    }

    /// <summary>The canonical form: everything that A stands for is written as A.</summary>
    public static string Format(KeyspaceEvents events)
    {
        var text = new StringBuilder();
        bool isAll = (events & KeyspaceEvents.All) == KeyspaceEvents.All;
        if (isAll)
            text.Append('A');
        foreach ((char letter, KeyspaceEvents each) in Letters)
            if ((events & each) != 0 && !(isAll && (KeyspaceEvents.All & each) != 0))
                text.Append(letter);
        return text.ToString();
    }
}
