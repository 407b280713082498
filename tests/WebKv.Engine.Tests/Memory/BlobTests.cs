using WebKv.Memory;

namespace WebKv.Engine.Tests.Memory;

[Collection<ProcessMemoryCollection>]
public sealed class BlobTests
{
    [Fact]
    public void Release_OfTheLastReference_FreesExactly()
    {
        long before = Blob.AllocatedBytes;
        Blob blob = Blob.CopyOf(new byte[20_000]);
        Assert.Equal(before + blob.MemoryBytes, Blob.AllocatedBytes);
        blob.Retain();
        blob.Release();
        Assert.True(Blob.AllocatedBytes > before);
        blob.Release();
        Assert.Equal(before, Blob.AllocatedBytes);
    }

    [Fact]
    public void Default_IsNoBlob()
    {
        Blob none = default;
        none.Release();
        Assert.True(none.IsNull);
        Assert.Equal(0, none.Length);
        Assert.Equal(0, none.MemoryBytes);
        Assert.True(none.Span.IsEmpty);
    }

    [Fact]
    public void WithLength_Shared_LeavesTheOtherHoldersContent()
    {
        long before = Blob.AllocatedBytes;
        Blob blob = Blob.CopyOf("shared content"u8);
        blob.Retain();
        Blob edited = blob.WithLength(6);
        Assert.NotEqual(blob, edited);
        edited.Span.Fill((byte)'x');
        Assert.True(blob.Span.SequenceEqual("shared content"u8));
        blob.Release();
        edited.Release();
        Assert.Equal(before, Blob.AllocatedBytes);
    }

    [Fact]
    public void WithLength_ExclusiveWithRoom_EditsInPlaceAndForgetsTheHash()
    {
        Blob blob = Blob.CopyOf("content"u8);
        blob.ContentHash = 42;
        Blob shorter = blob.WithLength(3);
        Assert.Equal(blob, shorter);
        Assert.True(shorter.Span.SequenceEqual("con"u8));
        Assert.Equal(0UL, shorter.ContentHash);
        Assert.Equal(shorter, shorter.WithLength(7));
        shorter.Release();
    }

    [Theory]
    [MemberData(nameof(FuzzRuns.Seeds), MemberType = typeof(FuzzRuns))]
    public void WithLength_RandomHoldersAndLengths_MatchesArrays(int seed)
    {
        long before = Blob.AllocatedBytes;
        var random = new Random(seed);
        var blobs = new List<(Blob Blob, byte[] Content)>();
        for (int step = 0; step < FuzzRuns.Steps(5_000); step++)
        {
            int at = random.Next(blobs.Count + 1);
            if (at == blobs.Count)
                blobs.Add(Create(random));
            else if (random.Next(4) == 0)
                Drop(blobs, at);
            else if (random.Next(3) == 0)
                Share(blobs, at);
            else
                blobs[at] = Change(blobs[at], random);
        }
        Assert.All(blobs, pair => Assert.True(pair.Blob.Span.SequenceEqual(pair.Content)));
        while (blobs.Count > 0)
            Drop(blobs, 0);
        Assert.Equal(before, Blob.AllocatedBytes);
    }

    [Fact]
    public void RetainAndRelease_FromManyThreads_FreeOnce()
    {
        long before = Blob.AllocatedBytes;
        Blob blob = Blob.CopyOf(new byte[100]);
        Parallel.For(0, 50_000, _ =>
        {
            blob.Retain();
            blob.Release();
        });
        Assert.Equal(before + blob.MemoryBytes, Blob.AllocatedBytes);
        blob.Release();
        Assert.Equal(before, Blob.AllocatedBytes);
    }

    private static (Blob Blob, byte[] Content) Create(Random random)
    {
        byte[] content = RandomBytes(random, random.Next(3000));
        return (Blob.CopyOf(content), content);
    }

    private static void Share(List<(Blob Blob, byte[] Content)> blobs, int at)
    {
        blobs[at].Blob.Retain();
        blobs.Add(blobs[at]);
    }

    private static void Drop(List<(Blob Blob, byte[] Content)> blobs, int at)
    {
        Assert.True(blobs[at].Blob.Span.SequenceEqual(blobs[at].Content));
        blobs[at].Blob.Release();
        blobs.RemoveAt(at);
    }

    private static (Blob Blob, byte[] Content) Change((Blob Blob, byte[] Content) old, Random random)
    {
        byte[] content = RandomBytes(random, random.Next(4000));
        int kept = Math.Min(content.Length, old.Content.Length);
        Blob changed = old.Blob.WithLength(content.Length);
        Assert.True(changed.Span[..kept].SequenceEqual(old.Content.AsSpan(0, kept)));
        content.CopyTo(changed.Span);
        return (changed, content);
    }

    private static byte[] RandomBytes(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
