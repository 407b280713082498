namespace WebKv.Engine.Tests.SortedSets;

/// <summary>Command lines whose edges are known; words are C#-escaped, "" is an empty argument.</summary>
internal static class SortedSetScript
{
    public static string[] Lines { get; } = """
        ZADD
        ZADD z
        ZADD z 1
        ZADD z 1 a 2
        ZADD z NX
        ZADD z NX 1
        ZADD z x a
        ZADD z nan a
        ZADD z "" a
        ZADD z 1 a x b
        EXISTS z
        ZADD z 1 a 2 b 3 c 2 b
        ZADD z CH 1 a 3 b 4 d
        ZADD z NX 9 a 5 e
        ZADD z XX 9 a 5 f
        ZADD z XX CH 8 a
        ZADD missing XX 1 a
        EXISTS missing
        ZADD z NX XX 1 a
        ZADD z NX GT 1 a
        ZADD z GT LT 1 a
        ZADD z XX GT CH 1 a
        ZADD z GT CH 10 a 1 fresh
        ZADD z LT CH 10 a
        ZADD z INCR 1 a 2 b
        ZADD z INCR 1.5 a
        ZADD z NX INCR 1 a
        ZADD z XX INCR 1 nosuch
        ZADD z GT INCR -1 a
        ZADD z LT INCR -1 a
        ZADD z incr ch nx 1 newone
        ZADD missing XX INCR 1 a
        ZADD z inf i -inf j
        ZADD z INCR -inf i
        ZINCRBY z inf j
        ZINCRBY z x a
        ZINCRBY z 1
        ZINCRBY z -0.1 a
        ZINCRBY fresh 5 a
        ZADD zero -0 a
        ZSCORE zero a
        ZADD zero CH 0 a
        ZSCORE zero a
        ZADD tiny 5e-324 a 1.7976931348623157e308 b 0.1 c 9007199254740993 d 1e21 e
        ZRANGE tiny 0 -1 WITHSCORES
        ZSCAN tiny 0
        ZCARD z
        ZCARD missing
        ZCARD
        ZSCORE z a
        ZSCORE z nosuch
        ZSCORE missing a
        ZSCORE z
        ZMSCORE z a nosuch b
        ZMSCORE missing a b
        ZMSCORE z
        ZRANK z a
        ZREVRANK z a
        ZRANK z nosuch
        ZRANK missing a
        ZRANK z
        ZRANGE z 0 -1
        ZRANGE z 0 -1 WITHSCORES
        ZRANGE z 0 -1 REV WITHSCORES
        ZRANGE z -3 -1
        ZRANGE z 5 2
        ZRANGE z -9223372036854775808 9223372036854775807
        ZRANGE z 9223372036854775807 -9223372036854775808
        ZRANGE z 0 9223372036854775808
        ZRANGE z x 1
        ZRANGE z 1 x
        ZRANGE z 0
        ZRANGE z 0 1 LIMIT 0 1
        ZRANGE z 0 1 LIMIT 0
        ZRANGE z 0 1 BOGUS
        ZRANGE z 0 1 BYLEX WITHSCORES
        ZRANGE z (1 3 BYSCORE
        ZRANGE z 3 (1 BYSCORE REV
        ZRANGE z -inf +inf BYSCORE LIMIT 1 2 WITHSCORES
        ZRANGE z -inf +inf BYSCORE LIMIT 1 -1
        ZRANGE z -inf +inf BYSCORE LIMIT 100 1
        ZRANGE z -inf +inf BYSCORE LIMIT x 1
        ZRANGE z -inf +inf BYSCORE LIMIT 1 x
        ZRANGE z (x 1 BYSCORE
        ZRANGE z nan 1 BYSCORE
        ZRANGE z [a [c BYLEX BYSCORE
        ZREVRANGE z 0 1
        ZREVRANGE z 0 1 WITHSCORES
        ZREVRANGE z 0 1 REV
        ZREVRANGE z 0 1 BYSCORE
        ZREVRANGE z 0 1 LIMIT 0 1
        ZRANGEBYSCORE z 1 3 WITHSCORES LIMIT 0 2
        ZRANGEBYSCORE z 1 3 LIMIT 0
        ZRANGEBYSCORE z 1 3 REV
        ZRANGEBYSCORE z 3 1
        ZRANGEBYSCORE z (2 (2
        ZREVRANGEBYSCORE z 3 1 WITHSCORES
        ZREVRANGEBYSCORE z +inf (2 LIMIT 1 2
        ZREVRANGEBYSCORE z 1 3
        ZADD lex 0 a 0 b 0 c 0 d 0 e 0 "" 0 aa
        ZRANGEBYLEX lex - +
        ZRANGEBYLEX lex + -
        ZRANGEBYLEX lex [b (d
        ZRANGEBYLEX lex [ [a
        ZRANGEBYLEX lex ( [aa
        ZRANGEBYLEX lex b d
        ZRANGEBYLEX lex "" +
        ZRANGEBYLEX lex -x +
        ZRANGEBYLEX lex - + LIMIT 2 2
        ZRANGEBYLEX lex - + WITHSCORES
        ZREVRANGEBYLEX lex + [b LIMIT 0 2
        ZREVRANGEBYLEX lex (d [a
        ZRANGE lex [b (d BYLEX
        ZRANGE lex + - BYLEX REV LIMIT 0 2
        ZLEXCOUNT lex - +
        ZLEXCOUNT lex [b [b
        ZLEXCOUNT lex (b (b
        ZLEXCOUNT lex x +
        ZLEXCOUNT missing - +
        ZCOUNT z -inf +inf
        ZCOUNT z (1 4
        ZCOUNT z 4 1
        ZCOUNT z x 1
        ZCOUNT z 1
        ZCOUNT missing 1 2
        ZREMRANGEBYLEX lex [c [d
        ZREMRANGEBYLEX lex c d
        ZRANGE lex 0 -1
        ZREMRANGEBYRANK z 0 0
        ZREMRANGEBYRANK z 100 200
        ZREMRANGEBYRANK z x 1
        ZREMRANGEBYSCORE z 4 (5
        ZREMRANGEBYSCORE z x 5
        ZREMRANGEBYSCORE missing 1 5
        ZRANGE z 0 -1 WITHSCORES
        ZREM z nosuch
        ZREM z a a b
        ZREM z
        ZREMRANGEBYRANK z 0 -1
        EXISTS z
        ZADD p 1 a 2 b 3 c 4 d 5 e
        ZPOPMIN p
        ZPOPMAX p
        ZPOPMIN p 2
        ZPOPMIN p 0
        ZPOPMAX p -1
        ZPOPMAX p x
        ZPOPMAX p 1 2
        ZPOPMAX p 9223372036854775807
        ZPOPMAX p
        ZPOPMIN missing 3
        EXISTS p
        ZADD p 1 a 2 b 3 c
        ZMPOP 2 missing p MIN
        ZMPOP 2 missing p MAX COUNT 5
        ZMPOP 2 missing p MAX
        ZMPOP 0 p MAX
        ZMPOP -1 p MAX
        ZMPOP x p MAX
        ZMPOP 1 p
        ZMPOP 2 p MAX
        ZMPOP 1 p MID
        ZMPOP 1 p MIN COUNT 0
        ZMPOP 1 p MIN COUNT x
        ZMPOP 1 p MIN COUNT
        ZMPOP 1 p MIN COUNT 1 COUNT 2
        SET string v
        ZADD string 1 a
        ZINCRBY string 1 a
        ZSCORE string a
        ZRANGE string 0 -1
        ZCARD string
        ZREM string a
        ZPOPMIN string
        ZMPOP 2 missing string MIN
        ZUNION 2 missing string
        ZINTER 2 missing string
        ZINTERCARD 2 missing string
        ZDIFF 2 missing string
        ZUNIONSTORE to 2 missing string
        ZRANGESTORE to string 0 -1
        ZADD a 1 x 2 y 3 z
        ZADD b 10 x 20 y inf w
        ZADD c -inf w 5 x
        ZUNION 2 a b
        ZUNION 2 a b WITHSCORES
        ZUNION 3 a b c WITHSCORES
        ZUNION 2 a b WEIGHTS 2 3 WITHSCORES
        ZUNION 2 a b WEIGHTS 2
        ZUNION 2 a b WEIGHTS 2 x
        ZUNION 2 a b WEIGHTS 1 0 WITHSCORES
        ZUNION 2 a b AGGREGATE MIN WITHSCORES
        ZUNION 2 a b AGGREGATE MAX WITHSCORES WEIGHTS 1 -1
        ZUNION 2 a b AGGREGATE AVG
        ZUNION 2 a b AGGREGATE
        ZUNION 2 a
        ZUNION 0 a
        ZUNION -1 a
        ZUNION x a
        ZUNION 1 a a
        ZUNION 9223372036854775807 a
        ZINTER 2 a b WITHSCORES
        ZINTER 2 a a WITHSCORES
        ZINTER 2 a missing
        ZINTER 3 a b c WITHSCORES
        ZDIFF 2 a b WITHSCORES
        ZDIFF 2 a a
        ZDIFF 1 a WITHSCORES
        ZDIFF 2 a b WEIGHTS 1 2
        ZDIFF 2 missing b
        ZINTERCARD 2 a b
        ZINTERCARD 2 a b LIMIT 1
        ZINTERCARD 2 a b LIMIT 0
        ZINTERCARD 2 a b LIMIT -1
        ZINTERCARD 2 a b LIMIT x
        ZINTERCARD 2 a b LIMIT
        ZINTERCARD 0 a
        ZINTERCARD 3 a b
        SADD plain x q 7
        ZUNION 2 a plain WITHSCORES
        ZUNION 2 plain a WEIGHTS 3 0.5 AGGREGATE MAX WITHSCORES
        ZINTER 2 plain a WITHSCORES
        ZDIFF 2 plain a WITHSCORES
        ZDIFF 2 a plain WITHSCORES
        ZINTERCARD 3 plain a b
        ZUNIONSTORE plain 2 plain a
        ZRANGE plain 0 -1 WITHSCORES
        ZUNIONSTORE to 2 a b
        ZRANGE to 0 -1 WITHSCORES
        ZUNIONSTORE to 2 a b WITHSCORES
        ZUNIONSTORE a 2 a a
        ZRANGE a 0 -1 WITHSCORES
        ZINTERSTORE string 2 a b WEIGHTS 1 2 AGGREGATE MAX
        ZRANGE string 0 -1 WITHSCORES
        ZINTERSTORE string 2 a missing
        EXISTS string
        ZDIFFSTORE to 2 a b
        ZRANGE to 0 -1 WITHSCORES
        ZDIFFSTORE to 2 a a
        EXISTS to
        ZDIFFSTORE to 0 a
        ZINTERSTORE to x a
        ZUNIONSTORE to 1
        ZRANGESTORE to a 0 1
        ZRANGE to 0 -1 WITHSCORES
        ZRANGESTORE a a 1 -1
        ZRANGE a 0 -1 WITHSCORES
        ZRANGESTORE to b 10 (20 BYSCORE
        ZRANGE to 0 -1 WITHSCORES
        ZRANGESTORE to b 100 0 BYSCORE REV LIMIT 0 1
        ZRANGE to 0 -1 WITHSCORES
        ZRANGESTORE to b 100 200
        EXISTS to
        ZRANGESTORE to b 0 1 WITHSCORES
        ZRANGESTORE to b 0 1 LIMIT 0 1
        ZRANGESTORE to b 0
        ZRANDMEMBER missing
        ZRANDMEMBER missing 2
        ZRANDMEMBER missing -2 WITHSCORES
        ZRANDMEMBER missing x
        ZRANDMEMBER missing -9223372036854775808
        ZRANDMEMBER missing 9223372036854775807 WITHSCORES
        ZRANDMEMBER missing 1 BOGUS
        ZRANDMEMBER missing 1 WITHSCORES x
        ZADD one 1.5 a
        ZRANDMEMBER one
        ZRANDMEMBER one 3
        ZRANDMEMBER one 3 WITHSCORES
        ZRANDMEMBER one -3
        ZRANDMEMBER one -2 WITHSCORES
        ZSCAN one 0
        ZSCAN one 0 MATCH b*
        ZSCAN one 0 COUNT 5 MATCH a
        ZSCAN one 0 COUNT 0
        ZSCAN one 0 TYPE zset
        ZSCAN one x
        ZSCAN missing 0
        """.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
