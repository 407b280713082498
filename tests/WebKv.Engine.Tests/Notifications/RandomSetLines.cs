namespace WebKv.Engine.Tests.Notifications;

/// <summary>Command lines that change a few sets, or try to; one key holds a string now and then.</summary>
internal sealed class RandomSetLines(Random random)
{
    public string[] Next() => random.Next(12) switch
    {
        0 or 1 or 2 => ["SADD", Key(), Member(), Member(), Member()],
        3 or 4 => ["SREM", Key(), Member(), Member()],
        5 => ["SMOVE", Key(), Key(), Member()],
        6 => ["SPOP", Key(), Pick("0", "100")],
        7 => ["SPOP", "single"],
        8 => ["SADD", "single", "only"],
        9 => [Pick("SUNIONSTORE", "SINTERSTORE", "SDIFFSTORE"), Key(), Key(), Key()],
        10 => [Pick("RENAME", "COPY"), Key(), Key()],
        _ => random.Next(3) == 0 ? ["SET", Key(), "text"] : ["DEL", Key()],
    };

    private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];

    private string Key() => Pick("a", "b", "c", "{tag}d");

    // Of few, so that sets become empty.
    private string Member() => Pick("1", "2", "3", "x", "y", "z");
}
