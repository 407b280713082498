using WebKv.Engine.Errors;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Hashes;

public sealed class HashTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void HSet_NewAndOldFields_RepliesHowManyAreNew()
    {
        _engine.Run("HSET", "h", "a", "1", "b", "2").Is(2);
        _engine.Run("HSET", "h", "b", "3", "c", "4", "c", "5").Is(1);
        _engine.Run("HGETALL", "h").IsArray("a", "1", "b", "3", "c", "5");
        Assert.Equal(["db0 HSET h a 1 b 2", "db0 HSET h b 3 c 4 c 5"], _engine.TakeEffects());
    }

    [Fact]
    public void HSet_FieldWithoutValue_IsRefused()
    {
        _engine.Run("HSET", "h", "a", "1", "b").IsError("ERR wrong number of arguments for 'hset' command");
        _engine.Run("HMSET", "h", "a", "1", "b").IsError("ERR wrong number of arguments for 'hmset' command");
        _engine.Run("EXISTS", "h").Is(0);
    }

    [Fact]
    public void HSetNx_ExistingField_LeavesItAndLogsNothing()
    {
        _engine.Run("HSETNX", "h", "a", "1").Is(1);
        Assert.Equal(["db0 HSET h a 1"], _engine.TakeEffects());
        _engine.Run("HSETNX", "h", "a", "2").Is(0);
        _engine.Run("HGET", "h", "a").Is("1");
        Assert.Empty(_engine.TakeEffects());
    }

    [Fact]
    public void EmptyNamesAndValues_AreFieldsLikeOthers()
    {
        _engine.Run("HSET", "h", "", "").Is(1);
        _engine.Run("HGET", "h", "").Is("");
        _engine.Run("HSTRLEN", "h", "").Is(0);
        _engine.Run("HEXISTS", "h", "").Is(1);
        _engine.Run("HDEL", "h", "").Is(1);
        _engine.Run("EXISTS", "h").Is(0);
    }

    // Trap 42.
    [Fact]
    public void HDel_MoreFieldsThanThereAre_RemovesTheKeyAndLogsWhatWasThere()
    {
        _engine.Run("HSET", "h", "a", "1", "b", "2");
        _engine.TakeEffects();
        _engine.Run("HDEL", "h", "x", "a", "a", "b", "y").Is(2);
        _engine.Run("EXISTS", "h").Is(0);
        _engine.Run("HDEL", "h", "a").Is(0);
        Assert.Equal(["db0 HDEL h a b"], _engine.TakeEffects());
    }

    [Fact]
    public void MissingKey_IsAHashWithoutFields()
    {
        _engine.Run("HGET", "h", "a").IsNull();
        _engine.Run("HMGET", "h", "a", "b").IsArray(null, null);
        _engine.Run("HGETALL", "h").IsArray();
        _engine.Run("HKEYS", "h").IsArray();
        _engine.Run("HLEN", "h").Is(0);
        _engine.Run("HSTRLEN", "h", "a").Is(0);
        _engine.Run("HRANDFIELD", "h").IsNull();
        _engine.Run("HRANDFIELD", "h", "-3").IsArray();
        _engine.Run("HSCAN", "h", "0").IsArray("0", Array.Empty<object?>());
    }

    [Theory]
    [InlineData("HSET", "s", "f", "v")]
    [InlineData("HGET", "s", "f")]
    [InlineData("HGETALL", "s")]
    [InlineData("HDEL", "s", "f")]
    [InlineData("HINCRBY", "s", "f", "1")]
    [InlineData("HSCAN", "s", "0")]
    [InlineData("HRANDFIELD", "s", "2")]
    [InlineData("HEXPIRE", "s", "10", "FIELDS", "1", "f")]
    [InlineData("HTTL", "s", "FIELDS", "1", "f")]
    [InlineData("HGETDEL", "s", "FIELDS", "1", "f")]
    [InlineData("HGETEX", "s", "FIELDS", "1", "f")]
    [InlineData("HSETEX", "s", "FIELDS", "1", "f", "v")]
    public void Command_KeyHoldsString_ReturnsWrongType(params string[] line)
    {
        _engine.Run("SET", "s", "v");
        _engine.TakeEffects();
        _engine.Run(line).IsError(ErrorCode.WrongType);
        Assert.Empty(_engine.TakeEffects());
    }

    [Fact]
    public void HIncrBy_NotAnIntegerOrOverflow_ChangesNothing()
    {
        _engine.Run("HINCRBY", "h", "n", "9223372036854775807").Is(long.MaxValue);
        _engine.TakeEffects();
        _engine.Run("HINCRBY", "h", "n", "1").IsError("ERR increment or decrement would overflow");
        _engine.Run("HSET", "h", "t", " 11");
        _engine.Run("HINCRBY", "h", "t", "1").IsError("ERR hash value is not an integer");
        _engine.Run("HINCRBY", "h", "new", "x").IsError("ERR value is not an integer or out of range");
        _engine.Run("HGET", "h", "n").Is("9223372036854775807");
        _engine.Run("HLEN", "h").Is(2);
    }

    // Trap 41.
    [Fact]
    public void HIncrByFloat_AddsWithoutBinaryError()
    {
        _engine.Run("HSET", "h", "f", "1.23");
        _engine.Run("HINCRBYFLOAT", "h", "f", "0.77").Is("2");
        _engine.Run("HINCRBYFLOAT", "h", "f", "-0.1").Is("1.9");
        _engine.Run("HINCRBYFLOAT", "h", "f", "nan").IsError("ERR value is not a valid float");
        _engine.Run("HINCRBYFLOAT", "h", "f", "inf").IsError("ERR value is NaN or Infinity");
        _engine.Run("HSET", "h", "t", "x");
        _engine.Run("HINCRBYFLOAT", "h", "t", "1").IsError("ERR hash value is not a float");
        Assert.Equal(
            ["db0 HSET h f 1.23", "db0 HSET h f 2", "db0 HSET h f 1.9", "db0 HSET h t x"], _engine.TakeEffects());
    }

    [Fact]
    public void HRandField_Counts_AreDistinctOrExact()
    {
        for (int i = 0; i < 50; i++)
            _engine.Run("HSET", "h", $"f{i}", $"{i}");
        Assert.Equal(50, _engine.Run("HRANDFIELD", "h", "100").Items.Distinct().Count());
        Assert.Equal(20, _engine.Run("HRANDFIELD", "h", "20").Items.Distinct().Count());
        Assert.Equal(100, _engine.Run("HRANDFIELD", "h", "-100").Items.Length);
        object?[] pairs = _engine.Run("HRANDFIELD", "h", "-7", "WITHVALUES").Items;
        Assert.Equal(14, pairs.Length);
        Assert.All(pairs.Chunk(2), pair => Assert.Equal($"f{pair[1]}", pair[0]));
    }

    // Trap 37.
    [Theory]
    [InlineData("-9223372036854775808", null, "ERR value is out of range, value must between")]
    [InlineData("-9223372036854775808", "WITHVALUES", "ERR value is out of range, value must between")]
    [InlineData("-4611686018427387905", "WITHVALUES", "ERR value is out of range")]
    [InlineData("4611686018427387904", "WITHVALUES", "ERR value is out of range")]
    [InlineData("-9223372036854775807", null, "ERR the count asks for more fields")]
    [InlineData("x", null, "ERR value is not an integer")]
    [InlineData("1", "VALUES", "ERR syntax error")]
    public void HRandField_CountAtTheExtremes_IsRefused(string count, string? option, string error)
    {
        _engine.Run("HSET", "h", "f", "v");
        string[] line = option is null ? ["HRANDFIELD", "h", count] : ["HRANDFIELD", "h", count, option];
        _engine.Run(line).IsError(error);
    }

    [Fact]
    public void HRandField_SkewedTable_IsNotBiased()
    {
        const int Fields = 600;
        for (int i = 0; i < 6_000; i++)
            _engine.Run("HSET", "h", $"f{i}", "v");
        for (int i = Fields; i < 6_000; i++)
            _engine.Run("HDEL", "h", $"f{i}");
        var seen = new Dictionary<object, int>();
        foreach (object? field in _engine.Run("HRANDFIELD", "h", "-60000").Items)
            seen[field!] = seen.GetValueOrDefault(field!) + 1;
        double chiSquare = seen.Values.Sum(count => Math.Pow(count - 100, 2) / 100) + (Fields - seen.Count) * 100;
        // 599 degrees of freedom: the mean is 599, the deviation 35.
        Assert.InRange(chiSquare, 400, 800);
    }

    [Fact]
    public void HScan_PatternAndNoValues_FilterThePage()
    {
        _engine.Run("HSET", "h", "a1", "x", "b1", "y", "a2", "z");
        _engine.Run("HSCAN", "h", "0", "MATCH", "a*").IsArray("0", new object?[] { "a1", "x", "a2", "z" });
        _engine.Run("HSCAN", "h", "0", "NOVALUES", "MATCH", "b*").IsArray("0", new object?[] { "b1" });
        _engine.Run("HSCAN", "h", "x").IsError("ERR invalid cursor");
        _engine.Run("HSCAN", "h", "0", "COUNT", "0").IsError("ERR syntax error");
        _engine.Run("HSCAN", "h", "0", "TYPE", "hash").IsError("ERR syntax error");
    }

    // Trap 7, for the fields of a hash.
    [Fact]
    public void HScan_TableGrowsAndShrinksMeanwhile_ReturnsEveryConstantFieldOnce()
    {
        for (int i = 0; i < 1_000; i++)
            _engine.Run("HSET", "h", $"constant{i}", "v");
        var seen = new List<string>();
        string cursor = "0";
        int round = 0;
        do
        {
            object?[] page = _engine.Run("HSCAN", "h", cursor, "COUNT", "20", "NOVALUES").Items;
            cursor = (string)page[0]!;
            seen.AddRange(((object?[])page[1]!).Cast<string>());
            for (int i = 0; i < 200; i++)
                _engine.Run(round < 15 ? "HSETNX" : "HDEL", "h", $"passing{round % 15 * 200 + i}", "v");
            round++;
        }
        while (cursor != "0");
        Assert.Equal(1_000, seen.Count(field => field.StartsWith("constant", StringComparison.Ordinal)));
        Assert.Equal(1_000, seen.Where(field => field[0] == 'c').Distinct().Count());
    }

    [Fact]
    public void HGetDel_ReturnsTheValuesAndRemovesTheFields()
    {
        _engine.Run("HSET", "h", "a", "1", "b", "2");
        _engine.TakeEffects();
        _engine.Run("HGETDEL", "h", "FIELDS", "2", "a", "x").IsArray("1", null);
        _engine.Run("HGETDEL", "h", "FIELDS", "1", "b").IsArray("2");
        _engine.Run("EXISTS", "h").Is(0);
        _engine.Run("HGETDEL", "h", "FIELDS", "1", "b").IsArray([null]);
        Assert.Equal(["db0 HDEL h a", "db0 HDEL h b"], _engine.TakeEffects());
    }
}
