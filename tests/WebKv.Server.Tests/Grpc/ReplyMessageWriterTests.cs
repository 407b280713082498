using System.Text;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Server.Grpc.Wire;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;

namespace WebKv.Server.Tests.Grpc;

/// <summary>What is written by hand is what the generated parser reads.</summary>
public sealed class ReplyMessageWriterTests
{
    private static readonly ReplyFields Fields = new(
        PipelineReply.ReplyFieldNumber, PipelineReply.ErrorFieldNumber);

    [Fact]
    public void Scalars_OfAllKinds_AreRead()
    {
        Assert.Equal(long.MinValue, Write(w => w.Integer(long.MinValue)).Reply.IntegerValue);
        Assert.Equal(long.MaxValue, Write(w => w.Integer(long.MaxValue)).Reply.IntegerValue);
        Assert.Equal(double.NegativeInfinity, Write(w => w.Double(double.NegativeInfinity)).Reply.DoubleValue);
        Assert.True(Write(w => w.Boolean(true)).Reply.BooleanValue);
        Assert.Equal(Reply.KindOneofCase.BooleanValue, Write(w => w.Boolean(false)).Reply.KindCase);
        Assert.Equal(Reply.KindOneofCase.NullValue, Write(w => w.NullArray()).Reply.KindCase);
        Assert.Equal("PONG", Write(w => w.Status("PONG"u8)).Reply.StatusValue);
        Assert.Equal("text", Write(w => w.Verbatim("text"u8)).Reply.BytesValue.ToStringUtf8());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(123)]
    [InlineData(128)]
    [InlineData(16_384)]
    [InlineData(100_000)]
    public void Bulk_OfAnyLength_IsRead(int length)
    {
        byte[] value = new byte[length];
        Random.Shared.NextBytes(value);
        Assert.Equal(value, Write(w => w.Bulk(value)).Reply.BytesValue.ToByteArray());
    }

    [Fact]
    public void NestedArraysAndMaps_OfAllSizes_AreRead()
    {
        byte[] big = Encoding.ASCII.GetBytes(new string('x', 200));
        Reply reply = Write(w =>
        {
            w.BeginArray(4);
            w.BeginMap(2);
            w.Bulk("name"u8);
            w.Bulk(big);
            w.Bulk("list"u8);
            w.BeginArray(2);
            w.BeginSet(0);
            w.Integer(1);
            w.BeginMap(0);
            w.Error(CommonErrors.Syntax);
            w.Null();
        }).Reply;
        Assert.Equal(4, reply.ArrayValue.Items.Count);
        Reply.Types.Map map = reply.ArrayValue.Items[0].MapValue;
        Assert.Equal(["name", "list"], map.Entries.Select(entry => entry.Key.BytesValue.ToStringUtf8()));
        Assert.Equal(big, map.Entries[0].Value.BytesValue.ToByteArray());
        Assert.Empty(map.Entries[1].Value.ArrayValue.Items[0].ArrayValue.Items);
        Assert.Equal(1, map.Entries[1].Value.ArrayValue.Items[1].IntegerValue);
        Assert.Empty(reply.ArrayValue.Items[1].MapValue.Entries);
        Assert.Equal("SYNTAX", reply.ArrayValue.Items[2].ErrorValue.Code);
        Assert.Equal(Reply.KindOneofCase.NullValue, reply.ArrayValue.Items[3].KindCase);
    }

    [Fact]
    public void Error_AtTheTop_TakesTheErrorField()
    {
        PipelineReply reply = Write(w => w.Error(new Error(ErrorCode.Loading, "LOADING the data set")));
        Assert.Equal("LOADING", reply.Error.Code);
        Assert.Equal("the data set", reply.Error.Message);
        Assert.True(reply.Error.Retryable);
    }

    [Fact]
    public void Reply_BeyondItsLimit_IsGivenUp()
    {
        var writer = new ReplyMessageWriter();
        WireMessage message = WireMessage.Rent();
        writer.Begin(message, Fields, bytesMax: 100);
        writer.BeginArray(1000);
        for (int i = 0; i < 1000; i++)
            writer.Bulk("0123456789"u8);
        Assert.True(writer.IsTooLarge);
        Assert.True(message.Length <= 200);
    }

    private static PipelineReply Write(Action<IReplyWriter> write)
    {
        var writer = new ReplyMessageWriter();
        WireMessage message = WireMessage.Rent();
        writer.Begin(message, Fields, bytesMax: 1_000_000);
        write(writer);
        Assert.False(writer.IsTooLarge);
        PipelineReply reply = PipelineReply.Parser.ParseFrom(message.Bytes.ToArray());
        WireMessage.Return(message);
        return reply;
    }
}
