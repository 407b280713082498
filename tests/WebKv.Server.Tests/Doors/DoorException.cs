namespace WebKv.Server.Tests.Doors;

/// <summary>A door answered an error.</summary>
/// <param name="codes">Its code of the catalogue; several where a RESP text stands for more than one.</param>
public sealed class DoorException(params string[] codes) : Exception(string.Join(" or ", codes))
{
    public IReadOnlyList<string> Codes { get; } = codes;

    /// <summary>What the error says, without the RESP code in front.</summary>
    public string? Text { get; init; }

    /// <summary>Expects a call to be refused with a code of the catalogue.</summary>
    /// <param name="code">The code.</param>
    /// <param name="call">The call.</param>
    /// <param name="text">What the error says, the same on every door; null for anything.</param>
    public static async Task ExpectAsync(string code, Func<Task> call, string? text = null)
    {
        DoorException e = await Assert.ThrowsAsync<DoorException>(call);
        Assert.Contains(code, e.Codes);
        if (text is not null)
            Assert.Equal(text, e.Text);
    }
}
