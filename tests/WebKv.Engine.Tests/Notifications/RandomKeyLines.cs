namespace WebKv.Engine.Tests.Notifications;

/// <summary>Command lines about a few keys, whatever they hold, in two databases.</summary>
internal sealed class RandomKeyLines(Random random, string[] keys)
{
    public string[] Next() => random.Next(16) switch
    {
        0 => ["SET", Key(), "v", .. Pick<string[]>([], ["PX", "100000"], ["KEEPTTL"], ["EXAT", "9999999999"])],
        1 => [Pick("DEL", "UNLINK"), Key(), Key()],
        2 => [Pick("EXPIRE", "PEXPIRE"), Key(), Pick("100000", "-1", "0"), .. Pick<string[]>([], ["NX"], ["XX"])],
        3 => [Pick("EXPIREAT", "PEXPIREAT"), Key(), Pick("9999999999999", "1"), .. Pick<string[]>([], ["GT"], ["LT"])],
        4 => ["PERSIST", Key()],
        5 => [Pick("RENAME", "RENAMENX"), Key(), Key()],
        6 => ["COPY", Key(), Key(), .. Pick<string[]>([], ["REPLACE"], ["DB", "1"], ["DB", "1", "REPLACE"])],
        7 => ["MOVE", Key(), Pick("0", "1")],
        8 => [Pick("TTL", "PTTL", "EXPIRETIME", "PEXPIRETIME", "TYPE"), Key()],
        9 => [Pick("EXISTS", "TOUCH"), Key(), Key()],
        10 => ["OBJECT", Pick("ENCODING", "REFCOUNT"), Key()],
        11 => ["SELECT", Pick("0", "1")],
        12 => [Pick("GETEX", "GETDEL"), Key()],
        13 => ["GETEX", Key(), .. Pick<string[]>(["PX", "100000"], ["PERSIST"], ["PXAT", "1"])],
        14 => ["SET", Key(), "w", Pick("NX", "XX"), .. Pick<string[]>([], ["GET"])],
        _ => ["MSETNX", Key(), "1", Key(), "2"],
    };

    private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];

    private string Key() => Pick(keys);
}
