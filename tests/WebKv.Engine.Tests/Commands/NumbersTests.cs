using System.Globalization;
using System.Text;
using WebKv.Engine.Commands;

namespace WebKv.Engine.Tests.Commands;

public sealed class NumbersTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("7", 7)]
    [InlineData("-1", -1)]
    [InlineData("1000000", 1_000_000)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    public void TryParseInteger_PlainNumber_IsRead(string text, long expected)
    {
        Assert.True(Numbers.TryParseInteger(Encoding.Latin1.GetBytes(text), out long value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("01")]
    [InlineData("-01")]
    [InlineData("-0")]
    [InlineData("00")]
    [InlineData("--1")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("1,000")]
    [InlineData("1\0")]
    [InlineData("\u00B2")]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775809")]
    [InlineData("99999999999999999999")]
    [InlineData("100000000000000000000")]
    public void TryParseInteger_AnythingElse_IsRefused(string text) =>
        Assert.False(Numbers.TryParseInteger(Encoding.Latin1.GetBytes(text), out _));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("3", 3)]
    [InlineData("+3.5", 3.5)]
    [InlineData("-.5", -0.5)]
    [InlineData("5.", 5)]
    [InlineData("1e3", 1000)]
    [InlineData("1E-2", 0.01)]
    [InlineData("007", 7)]
    [InlineData("inf", double.PositiveInfinity)]
    [InlineData("+Inf", double.PositiveInfinity)]
    [InlineData("-INFINITY", double.NegativeInfinity)]
    [InlineData("5e-324", 5e-324)]
    [InlineData("0e-999", 0)]
    [InlineData("0x10", 16)]
    [InlineData("-0X1.8p3", -12)]
    [InlineData("+0x.8", 0.5)]
    [InlineData("0x1.P-1", 0.5)]
    [InlineData("0x0p99999999999999999999", 0)]
    [InlineData("0x1p-1074", 5e-324)]
    [InlineData("0x3p-1075", 1e-323)]
    [InlineData("0x1.00000000000008p0", 1)]
    [InlineData("0x1.000000000000080000000000000001p0", 1.0000000000000002)]
    [InlineData("0x1.fffffffffffff7p1023", double.MaxValue)]
    public void TryParseFloat_WhatStrtodTakes_IsRead(string text, double expected)
    {
        Assert.True(Numbers.TryParseFloat(Encoding.Latin1.GetBytes(text), out double value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("nan")]
    [InlineData("-nan")]
    [InlineData("1e")]
    [InlineData("1.2.3")]
    [InlineData("1,5")]
    [InlineData("1\0")]
    [InlineData("\t1")]
    [InlineData("1e999")]
    [InlineData("infi")]
    [InlineData("1e-400")]
    [InlineData("nan(1)")]
    [InlineData("0x")]
    [InlineData("0x.")]
    [InlineData("0x1p")]
    [InlineData("0x1p+")]
    [InlineData("0x1.2.3")]
    [InlineData("0xg")]
    [InlineData("x1")]
    [InlineData("0x1p-1075")]
    [InlineData("0x1p1024")]
    [InlineData("0x1.fffffffffffff8p1023")]
    [InlineData("--inf")]
    [InlineData("\u221E")]
    public void TryParseFloat_AnythingElse_IsRefused(string text) =>
        Assert.False(Numbers.TryParseFloat(Encoding.UTF8.GetBytes(text), out _));

    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(-0.0, "-0")]
    [InlineData(3.0, "3")]
    [InlineData(-17.0, "-17")]
    [InlineData(0.1, "0.1")]
    [InlineData(-2.5, "-2.5")]
    [InlineData(4503599627370496.0, "4503599627370496")]
    [InlineData(-9007199254740992.0, "-9007199254740992")]
    [InlineData(4611686018427387904.0, "4611686018427387904")]
    [InlineData(1e18, "1000000000000000000")]
    [InlineData(5e18, "5e+18")]
    [InlineData(1e20, "1e+20")]
    [InlineData(12345678901234567168.0, "12345678901234567000")]
    [InlineData(1e21, "1e+21")]
    [InlineData(0.001, "0.001")]
    [InlineData(0.00001, "0.00001")]
    [InlineData(0.000001, "0.000001")]
    [InlineData(-0.00012, "-0.00012")]
    [InlineData(0.0012345678, "0.0012345678")]
    [InlineData(0.00012345678, "1.2345678e-4")]
    [InlineData(1234.56789012, "1234.56789012")]
    [InlineData(12345.678901, "12345.678901")]
    [InlineData(123456.7890123, "1.234567890123e+5")]
    [InlineData(1.5e300, "1.5e+300")]
    [InlineData(1e-7, "1e-7")]
    [InlineData(-1.25e-100, "-1.25e-100")]
    [InlineData(0.30000000000000004, "0.30000000000000004")]
    [InlineData(double.MaxValue, "1.7976931348623157e+308")]
    [InlineData(double.Epsilon, "5e-324")]
    [InlineData(double.PositiveInfinity, "inf")]
    [InlineData(double.NegativeInfinity, "-inf")]
    [InlineData(double.NaN, "nan")]
    public void Format_Double_IsTheFieldsForm(double value, string expected) => Assert.Equal(expected, Format(value));

    [Theory]
    [MemberData(nameof(FuzzRuns.Seeds), MemberType = typeof(FuzzRuns))]
    public void Format_RandomDoubles_ReadBackExactly(int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < FuzzRuns.Steps(20_000); i++)
        {
            double value = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (!double.IsFinite(value))
                continue;
            string text = Format(value);
            Assert.Equal(value, double.Parse(text, CultureInfo.InvariantCulture));
            Assert.Matches("^-?[0-9]+(\\.[0-9]+)?(e[+-][1-9][0-9]*)?$", text);
        }
    }

    private static string Format(double value)
    {
        Span<byte> text = stackalloc byte[Numbers.FormattedDoubleMax];
        return Encoding.ASCII.GetString(text[..Numbers.Format(value, text)]);
    }
}
