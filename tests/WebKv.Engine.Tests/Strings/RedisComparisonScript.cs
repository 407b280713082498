namespace WebKv.Engine.Tests.Strings;

/// <summary>Command lines whose edges are known; words are C#-escaped, "" is an empty argument.</summary>
internal static class RedisComparisonScript
{
    public static string[] Lines { get; } = """
        SETNX
        SETNX k
        SETNX k v more
        SETNX k v
        SETNX k w
        GET k
        SETEX k 10
        SETEX k 0 v
        SETEX k -1 v
        SETEX k 1.5 v
        SETEX k 9223372036854775807 v
        SETEX k 9223372036854775 v
        SETEX k 100 v
        PSETEX k 0 v
        PSETEX k 9223372036854775807 v
        PSETEX k 100000 v
        GETSET k w
        GETSET fresh 1
        GETDEL fresh
        GETDEL fresh
        GETDEL
        GETEX k
        GETEX k EX
        GETEX k EX 0
        GETEX k EX -1
        GETEX k EX x
        GETEX k PX 9223372036854775807
        GETEX k KEEPTTL
        GETEX k NX
        GETEX k PERSIST
        GETEX k PERSIST more
        GETEX k ex 100
        GETEX k PXAT 1
        GETEX k
        MGET k missing k
        MGET
        MSET
        MSET a
        MSET a 1 b
        MSET a 1 b 2 a 3
        MGET a b
        MSETNX a 1
        MSETNX c 1 d 2 c 3
        MSETNX e 1 a 2
        MSETNX e
        MSETNX e 1 f
        MGET a b c d e
        APPEND s Hello
        APPEND s \x20World
        APPEND s ""
        APPEND none ""
        GET none
        APPEND s
        STRLEN s
        STRLEN missing
        STRLEN a
        STRLEN
        SET n 10
        INCR n
        DECR n
        INCRBY n 5
        DECRBY n 7
        INCRBY n -3
        INCRBY n +3
        INCRBY n 03
        INCRBY n ""
        INCRBY n 9223372036854775807
        INCRBY n 9223372036854775800
        DECRBY n -9223372036854775808
        DECRBY fresh 9223372036854775807
        DECR fresh
        DECR fresh
        INCRBY fresh -1
        INCR s
        INCR none
        DECR
        INCRBY n
        SET spaced \x2011
        INCR spaced
        SET spaced 11\x20
        INCR spaced
        SET spaced 11\x00
        INCR spaced
        INCRBYFLOAT spaced 1
        SET f 3
        INCRBYFLOAT f 1.23
        INCRBYFLOAT f -1.23
        INCRBYFLOAT f 0.000001
        INCRBYFLOAT f -3.000001
        INCRBYFLOAT f -0
        INCRBYFLOAT f 1e-20
        INCRBYFLOAT f 5.0e3
        INCRBYFLOAT f .5
        INCRBYFLOAT f 5.
        INCRBYFLOAT f +5
        INCRBYFLOAT f inf
        INCRBYFLOAT f -Infinity
        INCRBYFLOAT f nan
        INCRBYFLOAT f \x201
        INCRBYFLOAT f 1\x20
        INCRBYFLOAT f ""
        INCRBYFLOAT f 1x
        INCRBYFLOAT f
        INCRBYFLOAT s 1
        INCRBYFLOAT none 1
        INCRBYFLOAT big 17179869184
        INCRBYFLOAT big 17179869184
        INCRBYFLOAT big 0.25
        GETRANGE s 0 4
        GETRANGE s -5 -1
        GETRANGE s 5 3
        GETRANGE s -3 -5
        GETRANGE s 0 1000
        GETRANGE s -1000 1000
        GETRANGE s 11 11
        GETRANGE s x 1
        GETRANGE s 1 x
        GETRANGE missing 0 -1
        GETRANGE none 0 -1
        GETRANGE s 0
        SUBSTR s 1 3
        SUBSTR s 1
        SETRANGE s 6 There
        SETRANGE s 20 x
        GET s
        SETRANGE s 0 ""
        SETRANGE s -1 x
        SETRANGE s x x
        SETRANGE s 536870911 ab
        SETRANGE s 536870912 a
        SETRANGE s 9223372036854775807 a
        SETRANGE missing 5 ""
        GET missing
        SETRANGE made 3 x
        GET made
        SETRANGE s 1
        SETBIT bits 7 1
        SETBIT bits 7 1
        SETBIT bits 7 0
        SETBIT bits 100 0
        STRLEN bits
        SETBIT bits -1 1
        SETBIT bits 4294967296 1
        SETBIT bits x 1
        SETBIT bits 1 2
        SETBIT bits 1 x
        SETBIT bits -1 2
        SETBIT bits 1
        GETBIT bits 7
        GETBIT bits 4294967295
        GETBIT bits 4294967296
        GETBIT bits -1
        GETBIT missing 3
        GETBIT n 2
        GETBIT bits
        SET foobar foobar
        BITCOUNT foobar
        BITCOUNT foobar 0
        BITCOUNT foobar 0 0
        BITCOUNT foobar 1 1 BYTE
        BITCOUNT foobar 5 30 BIT
        BITCOUNT foobar -2 -1
        BITCOUNT foobar -1 -2
        BITCOUNT foobar -100 -99
        BITCOUNT foobar -99 -100
        BITCOUNT foobar 0 -100
        BITCOUNT foobar -40 -100 BIT
        BITCOUNT foobar 10 20
        BITCOUNT foobar 0 1 HEX
        BITCOUNT foobar 0 1 BIT more
        BITCOUNT foobar a 1
        BITCOUNT foobar 1 a
        BITCOUNT missing
        BITCOUNT none
        BITCOUNT
        SET ones \xff\xff\xff
        BITPOS ones 0
        BITPOS ones 0 1
        BITPOS ones 0 3
        BITPOS ones 0 0 -1
        BITPOS ones 0 0 10
        BITPOS ones 1 2
        BITPOS ones 1 -100 -99
        BITPOS ones 1 -99 -100
        BITPOS ones 1 5 9 BIT
        BITPOS ones 0 5 9 BIT
        BITPOS foobar 1
        BITPOS foobar 0
        BITPOS foobar 1 2 -1 BIT
        BITPOS foobar 1 3 4 BIT
        BITPOS foobar 2
        BITPOS foobar x
        BITPOS foobar 1 x
        BITPOS foobar 1 1 x
        BITPOS foobar 1 1 2 HEX
        BITPOS foobar 1 1 2 BIT more
        BITPOS foobar
        BITPOS missing 0
        BITPOS missing 1
        BITPOS none 0
        BITPOS none 1
        BITOP AND to ones foobar
        GET to
        BITOP or to ones foobar missing
        GET to
        BITOP XOR to ones foobar foobar
        GET to
        BITOP NOT to foobar
        GET to
        BITOP NOT to foobar ones
        BITOP NAND to foobar
        BITOP AND to
        BITOP AND to missing none
        GET to
        BITOP OR foobar foobar ones
        GET foobar
        """.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
