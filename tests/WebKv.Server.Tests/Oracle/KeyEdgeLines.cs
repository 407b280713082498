using System.Text.RegularExpressions;

namespace WebKv.Server.Tests.Oracle;

/// <summary>Lines of the commands on keys and transactions whose edges are known; words are C#-escaped, "" is an empty
/// argument.</summary>
internal static class KeyEdgeLines
{
    public static IReadOnlyList<string[]> All { get; } =
    [
        .. Text.Split('\n').Select(line => line.Split(' ').Select(Unescape).ToArray()),
    ];

    private const string Text = """
        EXPIRE
        EXPIRE k
        EXPIRE k 10
        EXPIRE k x
        EXPIRE k 10 NOPE
        EXPIRE k 10 NX XX
        EXPIRE k 10 NX GT
        EXPIRE k 10 GT LT
        EXPIRE k 10 XX GT
        EXPIRE k 9223372036854775807
        EXPIRE k -9223372036854775808
        EXPIRE k 9223372036854776
        PEXPIRE k 9223372036854775807
        PEXPIRE k -9223372036854775808
        EXPIREAT k 9223372036854775807
        EXPIREAT k 9223372036854775
        PEXPIREAT k 9223372036854775807
        PEXPIREAT k -1
        SET k v
        PEXPIREAT k 9223372036854775807
        PEXPIRETIME k
        EXPIRETIME k
        EXPIRE k 1000 NX
        EXPIRE k 1000 GT
        EXPIRE k 1000 LT
        TTL k
        PERSIST k
        PERSIST k
        EXPIRE k 1000 XX
        EXPIRE k 1000 GT
        EXPIRE k 1000 LT
        EXPIRE k 2000 nx
        EXPIRE k 2000 xx
        EXPIRE k 100 LT LT
        EXPIREAT k 4102444800
        EXPIRETIME k
        PEXPIRETIME k
        EXPIREAT k 4102444800 GT
        EXPIREAT k 4102444801 GT
        EXPIREAT k 4102444801 LT
        EXPIRE k 0
        EXISTS k
        SET k v
        EXPIRE k -1
        GET k
        TTL k
        PTTL k
        EXPIRETIME k
        PEXPIRETIME k
        TTL
        TTL k k
        PERSIST
        SET k v
        TTL k
        EXPIRETIME k
        RENAME
        RENAME k
        RENAME missing k
        RENAME missing missing
        RENAMENX missing k
        RENAME k k
        RENAMENX k k
        EXPIREAT k 4102444800
        RENAME k r
        PEXPIRETIME r
        SET k v
        RENAMENX r k
        RENAMENX r s
        PEXPIRETIME s
        RENAME k s
        PEXPIRETIME s
        DEL s
        COPY
        COPY k
        COPY k k
        SET k v
        COPY k k
        COPY k k DB 0
        COPY k k REPLACE
        COPY k k DB 1
        COPY k k DB 1
        COPY k k DB 1 REPLACE
        COPY k k DB 16
        COPY k k DB -1
        COPY k k DB x
        COPY k k DB
        COPY k c NOPE
        COPY k c REPLACE REPLACE
        COPY missing c
        COPY k c
        COPY k c DB 0
        EXPIREAT k 4102444800
        COPY k c REPLACE
        PEXPIRETIME c
        MOVE
        MOVE k
        MOVE k 0
        MOVE k 16
        MOVE k -1
        MOVE k x
        MOVE missing 1
        MOVE missing 0
        MOVE k 1
        MOVE c 1
        SELECT 1
        PEXPIRETIME c
        SELECT 16
        SELECT -1
        SELECT x
        SELECT
        SELECT 0
        SWAPDB
        SWAPDB 0
        SWAPDB 0 x
        SWAPDB x 0
        SWAPDB 0 16
        SWAPDB -1 0
        SWAPDB 0 0
        SWAPDB 0 1
        KEYS *
        SWAPDB 0 1
        FLUSHALL NOPE
        FLUSHALL SYNC
        FLUSHDB ASYNC NOPE
        RANDOMKEY
        RANDOMKEY x
        SET only v
        RANDOMKEY
        RANDOMKEY
        DBSIZE
        DBSIZE x
        TOUCH
        TOUCH only only missing
        EXISTS only only missing
        UNLINK only only missing
        SCAN
        SCAN x
        SCAN 1.5
        SCAN 18446744073709551616
        SCAN 0 COUNT
        SCAN 0 COUNT x
        SCAN 0 COUNT 0
        SCAN 0 COUNT -1
        SCAN 0 MATCH
        SCAN 0 NOPE 1
        SCAN 0 TYPE string
        SET a 1
        SET b 2
        SET c 3
        SCAN 0
        SCAN 0 COUNT 1
        SCAN 0 COUNT 9223372036854775807
        SCAN 0 MATCH [ab] COUNT 100
        SCAN 0 match [^a] type STRING
        SCAN 0 TYPE hash
        KEYS
        KEYS a b
        KEYS [
        KEYS [a
        KEYS \\
        OBJECT
        OBJECT NOPE
        OBJECT NOPE a
        OBJECT ENCODING
        OBJECT ENCODING a b
        OBJECT ENCODING missing
        OBJECT REFCOUNT missing
        OBJECT IDLETIME missing
        OBJECT ENCODING a
        SET a 9223372036854775807
        OBJECT ENCODING a
        SET a 9223372036854775808
        OBJECT ENCODING a
        SET a 01
        OBJECT ENCODING a
        SET a 12345678901234567890123456789012345678901234
        OBJECT ENCODING a
        SET a 123456789012345678901234567890123456789012345
        OBJECT ENCODING a
        SET a 1
        APPEND a 2
        OBJECT ENCODING a
        GET a
        INCR a
        OBJECT ENCODING a
        SET a x
        SETRANGE a 0 y
        OBJECT ENCODING a
        SETBIT a 0 1
        OBJECT ENCODING a
        TYPE a
        TYPE missing
        TYPE
        DEL
        UNLINK
        EXISTS
        MULTI x
        EXEC
        DISCARD
        UNWATCH
        WATCH
        WATCH a
        MULTI
        WATCH b
        MULTI
        GET
        EXEC
        MULTI
        GET a
        NOPE a b
        GET b
        EXEC
        GET a
        MULTI
        SET a text
        INCR a
        EXPIRE a x
        EXPIREAT a 4102444800
        PEXPIRETIME a
        RENAME missing b
        EXEC
        MULTI
        EXEC
        MULTI
        GET a
        DISCARD
        EXEC
        WATCH a
        SET a 1
        MULTI
        GET a
        EXEC
        WATCH missing
        DEL missing
        MULTI
        UNWATCH
        EXEC
        WATCH a
        EXPIREAT a 4102444801
        MULTI
        EXEC
        WATCH a
        EXPIREAT missing 4102444801
        DEL missing
        MULTI
        EXEC
        WATCH missing
        FLUSHALL
        MULTI
        EXEC
        WATCH missing
        SWAPDB 0 1
        MULTI
        EXEC
        SET a 1
        WATCH a
        SWAPDB 0 1
        MULTI
        EXEC
        WATCH a
        SELECT 1
        SET a 2
        MULTI
        SELECT 0
        GET a
        EXEC
        GET a
        MULTI
        RESET
        EXEC
        """;

    private static string Unescape(string word) => word == "\"\"" ? "" : Regex.Unescape(word);
}
