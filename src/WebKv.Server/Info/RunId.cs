using System.Security.Cryptography;

namespace WebKv.Server.Info;

/// <summary>Ids in the form that Redis gives its runs and histories: 40 random hex digits.</summary>
internal static class RunId
{
    private const int Bytes = 20;

    public static string Create() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
}
