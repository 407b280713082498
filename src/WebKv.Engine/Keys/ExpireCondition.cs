
namespace WebKv.Engine.Keys;

/// <summary>
/// What must hold for an EXPIRE to set a deadline. A key without one counts as living for ever: nothing is greater,
/// everything is less.
/// </summary>
[Flags]
public enum ExpireCondition
{
    None = 0,

    /// <summary>NX: the key has no expiry. Goes with no other.</summary>
    HasNone = 1 << 0,

    /// <summary>XX: the key has an expiry.</summary>
    HasSome = 1 << 1,

    /// <summary>GT: the new deadline is later than the old one.</summary>
    Greater = 1 << 2,

    /// <summary>LT: the new deadline is earlier than the old one.</summary>
    Less = 1 << 3,
}
