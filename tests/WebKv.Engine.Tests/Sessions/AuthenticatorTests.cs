using WebKv.Engine.Sessions;

namespace WebKv.Engine.Tests.Sessions;

public sealed class AuthenticatorTests
{
    private readonly Authenticator _authenticator = new("s\u00e9cret");

    [Fact]
    public void Accepts_RightPassword_ForTheDefaultUserOnly()
    {
        Assert.True(_authenticator.IsRequired);
        Assert.True(_authenticator.Accepts(""u8, "s\u00e9cret"u8));
        Assert.True(_authenticator.Accepts("default"u8, "s\u00e9cret"u8));
        Assert.False(_authenticator.Accepts("admin"u8, "s\u00e9cret"u8));
        Assert.False(_authenticator.Accepts("DEFAULT"u8, "s\u00e9cret"u8));
    }

    [Fact]
    public void Accepts_WrongPassword_IsFalse()
    {
        Assert.False(_authenticator.Accepts(""u8, ""u8));
        Assert.False(_authenticator.Accepts(""u8, "s\u00e9cre"u8));
        Assert.False(_authenticator.Accepts(""u8, "s\u00e9crets"u8));
        Assert.False(_authenticator.Accepts(""u8, "s\u00e9cret\0"u8));
    }

    [Fact]
    public void Accepts_NoPasswordConfigured_TakesAnyForTheDefaultUser()
    {
        var open = new Authenticator("");
        Assert.False(open.IsRequired);
        Assert.True(open.Accepts("default"u8, "whatever"u8));
        Assert.False(open.Accepts("admin"u8, ""u8));
    }
}
