using System.Security.Cryptography;
using System.Text;

namespace WebKv.Engine.Sessions;

/// <summary>
/// Checks the credentials of all doors. There is one user, "default", whose password is a setting.
/// </summary>
/// <remarks>
/// Passwords are compared as SHA-256 hashes in constant time: neither how much of a guess is right nor how long the
/// password is can be learnt from the time that the answer takes. Thread rule: any thread.
/// </remarks>
public sealed class Authenticator(string password)
{
    private readonly byte[] _passwordHash = SHA256.HashData(Encoding.UTF8.GetBytes(password));

    /// <summary>False when no password is set: everyone is the default user.</summary>
    public bool IsRequired { get; } = password.Length > 0;

    /// <summary>Whether these credentials are right; an empty user means the default one.</summary>
    /// <remarks>Without a password to check everything is accepted for the default user.</remarks>
    public bool Accepts(ReadOnlySpan<byte> user, ReadOnlySpan<byte> password)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(password, hash);
        bool passwordMatches = !IsRequired | CryptographicOperations.FixedTimeEquals(hash, _passwordHash);
        return passwordMatches & (user.IsEmpty || user.SequenceEqual("default"u8));
    }
}
