namespace WebKv.Server.Tests.Resp;

/// <summary>The replies of hashes on the wire in both protocols.</summary>
public sealed class HashShapeTests(RespFixture fixture) : IClassFixture<RespFixture>
{
    private const string Lines =
        "DEL shapes\r\nHSET shapes f v n 1\r\nHGETALL shapes\r\nHGETALL nothing\r\nHDEL shapes n\r\n"
        + "HRANDFIELD shapes 1 WITHVALUES\r\nHINCRBYFLOAT shapes n 1.5\r\nHSCAN shapes 0\r\n"
        + "HEXPIRE shapes 10 FIELDS 2 f x\r\nHMGET shapes f x\r\nDEL shapes\r\nQUIT\r\n";

    [Fact]
    public void Replies_Resp2_AreFlat() => Assert.Equal(
        ":0\r\n:2\r\n*4\r\n$1\r\nf\r\n$1\r\nv\r\n$1\r\nn\r\n$1\r\n1\r\n*0\r\n:1\r\n"
        + "*2\r\n$1\r\nf\r\n$1\r\nv\r\n$3\r\n1.5\r\n"
        + "*2\r\n$1\r\n0\r\n*4\r\n$1\r\nf\r\n$1\r\nv\r\n$1\r\nn\r\n$3\r\n1.5\r\n"
        + "*2\r\n:1\r\n:-2\r\n*2\r\n$1\r\nv\r\n$-1\r\n:1\r\n+OK\r\n",
        fixture.Server.Converse(Lines));

    [Fact]
    public void Replies_Resp3_AreMapsAndPairs() => Assert.EndsWith(
        ":0\r\n:2\r\n%2\r\n$1\r\nf\r\n$1\r\nv\r\n$1\r\nn\r\n$1\r\n1\r\n%0\r\n:1\r\n"
        + "*1\r\n*2\r\n$1\r\nf\r\n$1\r\nv\r\n$3\r\n1.5\r\n"
        + "*2\r\n$1\r\n0\r\n*4\r\n$1\r\nf\r\n$1\r\nv\r\n$1\r\nn\r\n$3\r\n1.5\r\n"
        + "*2\r\n:1\r\n:-2\r\n*2\r\n$1\r\nv\r\n_\r\n:1\r\n+OK\r\n",
        fixture.Server.Converse("HELLO 3\r\n" + Lines));
}
