using System.Text;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.Tests.Keyspace;

public sealed class ClusterSlotTests
{
    [Fact]
    public void Crc16_CheckString_IsThatOfXmodem() => Assert.Equal(0x31C3, ClusterSlot.Crc16("123456789"u8));

    [Theory]
    [InlineData("", 0)]
    [InlineData("foo", 12182)]
    [InlineData("bar", 5061)]
    [InlineData("123456789", 0x31C3)]
    public void Of_KnownKey_IsTheSlotOfRedis(string key, int slot) => Assert.Equal(slot, SlotOf(key));

    [Theory]
    [InlineData("{user1000}.following", "user1000")]
    [InlineData("{user1000}.followers", "user1000")]
    [InlineData("foo{}{bar}", "foo{}{bar}")]
    [InlineData("foo{{bar}}zap", "{bar")]
    [InlineData("foo{bar}{zap}", "bar")]
    [InlineData("foo{bar", "foo{bar")]
    [InlineData("foo}bar{", "foo}bar{")]
    [InlineData("}{a}", "a")]
    [InlineData("{}", "{}")]
    [InlineData("{", "{")]
    public void TagOf_Braces_IsWhatIsHashed(string key, string tag)
    {
        Assert.Equal(tag, Encoding.ASCII.GetString(ClusterSlot.TagOf(Encoding.ASCII.GetBytes(key))));
        Assert.Equal(Bitwise(Encoding.ASCII.GetBytes(tag)) % ClusterSlot.Count, SlotOf(key));
    }

    [Theory]
    [MemberData(nameof(FuzzRuns.Seeds), MemberType = typeof(FuzzRuns))]
    public void Crc16_RandomBytes_EqualsTheBitwiseDefinition(int seed)
    {
        var random = new Random(seed);
        for (int length = 0; length < 300; length++)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            Assert.Equal(Bitwise(bytes), ClusterSlot.Crc16(bytes));
        }
    }

    private static int SlotOf(string key) => ClusterSlot.Of(Encoding.ASCII.GetBytes(key));

    private static int Bitwise(ReadOnlySpan<byte> bytes)
    {
        int crc = 0;
        foreach (byte b in bytes)
            for (int bit = 7; bit >= 0; bit--)
            {
                int top = crc >> 15 ^ b >> bit & 1;
                crc = (crc << 1 & 0xFFFF) ^ top * 0x1021;
            }
        return crc;
    }
}
