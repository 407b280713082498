namespace WebKv.Server.Tests.Doors;

/// <summary>A door answered an error.</summary>
/// <param name="codes">Its code of the catalogue; several where a RESP text stands for more than one.</param>
public sealed class DoorException(params string[] codes) : Exception(string.Join(" or ", codes))
{
    public IReadOnlyList<string> Codes { get; } = codes;

    /// <summary>Expects a call to be refused with a code of the catalogue.</summary>
    public static async Task ExpectAsync(string code, Func<Task> call)
    {
        DoorException e = await Assert.ThrowsAsync<DoorException>(call);
        Assert.Contains(code, e.Codes);
    }
}
