using WebKv.Memory;

namespace WebKv.Engine.Tests.Memory;

/// <summary>What a record must be, as plain objects.</summary>
internal sealed record ModelRecord(byte[] Key, ulong Hash, RecordShape Shape, byte[] Value, uint Access)
{
    public bool IsBlob => Shape.Encoding == RecordEncoding.Blob;

    public void AssertEquals(Record record)
    {
        Assert.True(record.Key.SequenceEqual(Key));
        Assert.True(record.Bytes.SequenceEqual(Value));
        Assert.Equal(Shape.Type, record.Type);
        Assert.Equal(Shape.Encoding, record.Encoding);
        Assert.Equal(Shape.ExpiryMs, record.ExpiryMs);
        Assert.Equal(Access, record.Access);
    }
}
