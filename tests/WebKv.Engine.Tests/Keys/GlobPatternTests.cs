using System.Text;
using WebKv.Engine.Keys;

namespace WebKv.Engine.Tests.Keys;

public sealed class GlobPatternTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("*", "")]
    [InlineData("*", "anything")]
    [InlineData("**", "")]
    [InlineData("a*", "a")]
    [InlineData("*a", "bca")]
    [InlineData("a*c*e", "abcde")]
    [InlineData("a*ab", "aabab")]
    [InlineData("h?llo", "hallo")]
    [InlineData("h[ae]llo", "hello")]
    [InlineData("h[^e]llo", "hallo")]
    [InlineData("h[a-c]llo", "hbllo")]
    [InlineData("h[c-a]llo", "hbllo")]
    [InlineData("h[a-]llo", "h_")]
    [InlineData("[\\]]", "]")]
    [InlineData("[\\-x]", "-")]
    [InlineData("h\\*llo", "h*llo")]
    [InlineData("h\\", "h\\")]
    [InlineData("h[abc", "hb")]
    [InlineData("h[^", "hx")]
    [InlineData("h[b-", "h-")]
    [InlineData("h[\\", "h\\")]
    [InlineData("[\u0080-\u00ff]", "\u00e4")]
    [InlineData("*[0-9]:*", "user:x1:7")]
    public void Matches(string pattern, string text) => Assert.True(Match(pattern, text));

    [Theory]
    [InlineData("", "a")]
    [InlineData("a", "")]
    [InlineData("?", "")]
    [InlineData("a*", "ba")]
    [InlineData("*a", "ab")]
    [InlineData("h[^e]llo", "hello")]
    [InlineData("h[a-c]llo", "hdllo")]
    [InlineData("h[]llo", "hllo")]
    [InlineData("h\\*llo", "hxllo")]
    [InlineData("h[^", "h")]
    [InlineData("h[a-]llo", "h-llo")]
    [InlineData("[", "[")]
    [InlineData("h[^b-", "h-")]
    [InlineData("abc", "abcd")]
    [InlineData("abcd", "abc")]
    public void DoesNotMatch(string pattern, string text) => Assert.False(Match(pattern, text));

    // A matcher that recurses over the stars needs more than the age of the universe for these.
    [Fact]
    public void Matches_ManyNestedStars_EndsSoon()
    {
        string text = new('a', 5_000);
        string stars = string.Concat(Enumerable.Repeat("a*", 200));
        Assert.False(Match(stars + "b", text));
        Assert.True(Match(stars, text));
        Assert.False(Match("*?" + string.Concat(Enumerable.Repeat("*[ab]", 200)) + "c", text));
    }

    [Fact]
    public void Matches_RandomPatterns_AgreesWithTheDefinition()
    {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++)
        {
            string pattern = Draw(random, "ab*?", 8);
            string text = Draw(random, "ab", 8);
            Assert.True(Defined(pattern, text) == Match(pattern, text), $"{pattern} / {text}");
        }
    }

    private static string Draw(Random random, string alphabet, int lengthMax) =>
        new([.. Enumerable.Range(0, random.Next(lengthMax)).Select(_ => alphabet[random.Next(alphabet.Length)])]);

    private static bool Defined(string pattern, string text)
    {
        if (pattern.Length == 0)
            return text.Length == 0;
        if (pattern[0] == '*')
            return Defined(pattern[1..], text) || (text.Length > 0 && Defined(pattern, text[1..]));
        return text.Length > 0 && (pattern[0] == '?' || pattern[0] == text[0]) && Defined(pattern[1..], text[1..]);
    }

    private static bool Match(string pattern, string text) =>
        GlobPattern.Matches(Encoding.Latin1.GetBytes(pattern), Encoding.Latin1.GetBytes(text));
}
