namespace WebKv.Engine.Tests.Streams;

/// <summary>Command lines whose edges are known; "" is an empty argument.</summary>
internal static class StreamComparisonScript
{
    public static string[] Lines { get; } = """
        XADD s
        XADD s 1-1 f
        XADD s 1-1 f v g
        XADD s 0-0 f v
        EXISTS s
        XADD s x f v
        XADD s 1-1 f v
        XADD s 1-1 f v
        XADD s 1 f v
        XADD s 1-* f v
        XADD s 2-* f v
        XADD s -1-* f v
        XADD s 007-1 f v
        XADD s 8-1* f v
        XADD s 8-** f v
        XADD none NOMKSTREAM 1-1 f v
        XADD s NOMKSTREAM 8-1 f v
        XADD s MAXLEN 8-2 f v
        XADD s MAXLEN 2 8-2 f v
        XADD s MAXLEN = 2 8-3 f v
        XADD s MAXLEN ~ 2 8-4 f v
        XADD s MAXLEN = 2 LIMIT 5 8-5 f v
        XADD s MAXLEN ~ 2 LIMIT 5 8-5 f v
        XADD s LIMIT 5 8-6 f v
        XADD s MAXLEN 3 MINID 4 8-6 f v
        XADD s MINID 3-x 8-6 f v
        XADD s MAXLEN -1 8-6 f v
        XADD s MAXLEN ~ 2 LIMIT -1 8-6 f v
        XADD s MAXLEN x 8-6 f v
        XADD s BOGUS 8-6 f v
        XLEN s
        XLEN
        XLEN none
        XADD top 18446744073709551615-18446744073709551614 f v
        XADD top * f v
        XADD top * f v
        XADD top 18446744073709551615-* f v
        XADD top 18446744073709551615-18446744073709551615 f v
        XADD seq 5-18446744073709551615 f v
        XADD seq 6-* f v
        XRANGE s - +
        XRANGE s + -
        XRANGE s 8 8
        XRANGE s (8-1 8
        XRANGE s (8-4 (8-5
        XRANGE s (- +
        XRANGE s - (+
        XRANGE s (18446744073709551615-18446744073709551615 +
        XRANGE s - (0-0
        XRANGE s - + COUNT
        XRANGE s - + COUNT 0
        XRANGE s - + COUNT -5
        XRANGE s - + COUNT x
        XRANGE s - + COUNT 1 COUNT 2
        XRANGE s - + BOGUS 2
        XRANGE none - + COUNT 0
        XRANGE s x +
        XRANGE s ( +
        XRANGE s "" +
        XREVRANGE s + - COUNT 1
        XREVRANGE s 8-3 8-1
        XREVRANGE s - +
        XTRIM s
        XTRIM s MAXLEN
        XTRIM s MAXLEN x
        XTRIM s MAXLEN 3 EXTRA
        XTRIM s LIMIT 4
        XTRIM s LIMIT 4 MAXLEN ~ 1
        XTRIM s NOMKSTREAM MAXLEN 1
        XTRIM s MAXLEN ~ 0
        XTRIM s MINID 8-3
        XTRIM none MAXLEN 3
        XDEL s 8-3 8-3 9
        XDEL s 8-4 x
        XDEL none x
        XDEL none 1
        XDEL s
        XRANGE s - +
        XINFO
        XINFO STREAM
        XINFO STREAM none
        XINFO GROUPS none
        XINFO CONSUMERS none g
        XINFO CONSUMERS s g
        XINFO CONSUMERS s
        XINFO STREAM s BOGUS
        XINFO STREAM s FULL COUNT
        XINFO STREAM s FULL COUNT x
        XINFO STREAM s FULL EXTRA 3
        XINFO BOGUS s
        XGROUP
        XGROUP CREATE
        XGROUP CREATE none g $
        XGROUP CREATE none g
        XGROUP CREATE none g x MKSTREAM
        EXISTS none
        XGROUP CREATE s g $ BOGUS
        XGROUP CREATE s g $ ENTRIESREAD
        XGROUP CREATE s g $ ENTRIESREAD x
        XGROUP CREATE s g $ ENTRIESREAD -2
        XGROUP CREATE s g 0
        XGROUP CREATE s g 0
        XGROUP CREATE s g2 $ ENTRIESREAD 3
        XGROUP CREATE fresh g $ MKSTREAM
        XINFO GROUPS fresh
        XLEN fresh
        XGROUP SETID s nobody 0
        XGROUP SETID none g 0
        XGROUP SETID s g x
        XGROUP SETID s g 0 MKSTREAM
        XGROUP SETID s g
        XGROUP SETID s g 8-1 ENTRIESREAD 1
        XGROUP SETID s g 0
        XGROUP DESTROY none g
        XGROUP DESTROY s nobody
        XGROUP CREATECONSUMER s g alice
        XGROUP CREATECONSUMER s g alice
        XGROUP CREATECONSUMER s nobody alice
        XGROUP DELCONSUMER s g nobody
        XGROUP DELCONSUMER s nobody alice
        XGROUP BOGUS s g
        XREAD
        XREAD STREAMS
        XREAD STREAMS s
        XREAD COUNT 2 s 0
        XREAD COUNT x STREAMS s 0
        XREAD COUNT -1 STREAMS s 0
        XREAD BLOCK x STREAMS s 0
        XREAD BLOCK -1 STREAMS s 0
        XREAD NOACK STREAMS s 0
        XREAD GROUP g alice STREAMS s 0
        XREAD STREAMS s >
        XREAD STREAMS s x
        XREAD STREAMS s none 0 0
        XREAD STREAMS s $
        XREAD STREAMS s 8-4
        XREAD STREAMS none 0
        XREAD BOGUS STREAMS s 0
        XREADGROUP GROUP g alice STREAMS s $
        XREADGROUP GROUP g alice STREAMS s x
        XREADGROUP GROUP g alice STREAMS none >
        XREADGROUP GROUP nobody alice STREAMS s >
        XREADGROUP COUNT 1 STREAMS s s > >
        XREADGROUP GROUP g alice STREAMS s 0
        XREADGROUP GROUP g alice COUNT 1 STREAMS s >
        XREADGROUP GROUP g alice COUNT 0 STREAMS s >
        XREADGROUP GROUP g alice STREAMS s >
        XREADGROUP GROUP g alice STREAMS s 0
        XREADGROUP GROUP g alice COUNT 1 STREAMS s 8-4
        XDEL s 8-5
        XREADGROUP GROUP g alice STREAMS s 0
        XPENDING s g
        XPENDING s nobody
        XPENDING none g
        XPENDING s g -
        XPENDING s g - +
        XPENDING s g - + x
        XPENDING s g - + -5
        XPENDING s g - + 10 nobody
        XPENDING s g IDLE x - + 10
        XPENDING s g IDLE 100000 - + 10
        XPENDING s g IDLE 0 - +
        XPENDING s g (18446744073709551615-18446744073709551615 + 10
        XPENDING s g - (0-0 10
        XPENDING s g2
        XACK s g x
        XACK s nobody x
        XACK none g x
        XACK s g 8-4 x
        XACK s g
        XPENDING s g
        XCLAIM s g bob x 8-4
        XCLAIM s nobody bob 0 8-4
        XCLAIM none g bob 0 8-4
        XCLAIM s g bob 0 8-4 BOGUS
        XCLAIM s g bob 0 8-4 IDLE x
        XCLAIM s g bob 0 8-4 TIME x
        XCLAIM s g bob 0 8-4 RETRYCOUNT x
        XCLAIM s g bob 0 8-4 LASTID x
        XCLAIM s g bob 0 8-4 IDLE
        XGROUP CREATECONSUMER s g bob
        XCLAIM s g bob 100000 8-4
        XCLAIM s g bob 0 8-4 8-5 1-1
        XPENDING s g
        XCLAIM s g bob -5 8-4 JUSTID
        XCLAIM s g bob 0 7-1 8-1 8-6 FORCE
        XAUTOCLAIM s g alice x 0
        XAUTOCLAIM s g alice 0 x
        XAUTOCLAIM s g alice 0 0 COUNT 0
        XAUTOCLAIM s g alice 0 0 COUNT x
        XAUTOCLAIM s g alice 0 0 COUNT 9223372036854775807
        XAUTOCLAIM s g alice 0 0 BOGUS
        XAUTOCLAIM none g alice 0 0
        XAUTOCLAIM s nobody alice 0 0
        XAUTOCLAIM s g alice 0 0 COUNT 1
        XAUTOCLAIM s g alice 0 (8-4 JUSTID
        XAUTOCLAIM s g alice 0 -
        XAUTOCLAIM s g alice 100000 0
        XGROUP DELCONSUMER s g alice
        XGROUP DESTROY s g
        XGROUP DESTROY s g
        XSETID none 1-1
        XSETID s x
        XSETID s 1-1
        XSETID s 20-1 ENTRIESADDED
        XSETID s 20-1 ENTRIESADDED x
        XSETID s 20-1 ENTRIESADDED -1 MAXDELETEDID 0-0
        XSETID s 20-1 ENTRIESADDED 0 MAXDELETEDID 0-0
        XSETID s 20-1 ENTRIESADDED 100 MAXDELETEDID 30-0
        XSETID s 20-1 ENTRIESADDED 100 MAXDELETEDID 8-9
        XSETID s 20-1 BOGUS 1
        XADD s 20-1 f v
        XADD s 20-2 f v
        SET string v
        XADD string * f v
        XLEN string
        XRANGE string - +
        XDEL string 1
        XTRIM string MAXLEN 1
        XREAD STREAMS string 0
        XREADGROUP GROUP g c STREAMS string >
        XGROUP CREATE string g $ MKSTREAM
        XGROUP DESTROY string g
        XACK string g 1
        XPENDING string g
        XCLAIM string g c 0 1
        XAUTOCLAIM string g c 0 0
        XINFO STREAM string
        XINFO GROUPS string
        XINFO CONSUMERS string g
        XSETID string 1-1
        TYPE s
        OBJECT ENCODING s
        """.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
