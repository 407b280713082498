namespace WebKv.Engine.Strings;

/// <summary>One of the operations of a BITFIELD.</summary>
/// <param name="Action">What to do.</param>
/// <param name="Type">The field's type.</param>
/// <param name="Offset">Its first bit; 0 is the highest bit of the first byte.</param>
/// <param name="Operand">The value to set or to add.</param>
/// <param name="Overflow">What to do if the result does not fit.</param>
public readonly record struct BitFieldOperation(
    BitFieldAction Action, BitFieldType Type, long Offset, long Operand = 0, BitFieldOverflow Overflow = default)
{
    public bool Writes => Action != BitFieldAction.Get;

    /// <summary>Bytes of the shortest string that has the whole field.</summary>
    public long BytesNeeded => (Offset + Type.Bits + 7) >> 3;

    /// <summary>The value after the operation; null if it does not fit and must fail.</summary>
    public long? After(long before)
    {
        // A negative value for an unsigned field counts as the number its 64 bits spell.
        Int128 wanted = Action == BitFieldAction.Increment ? (Int128)before + Operand
            : Type.IsSigned ? Operand
            : (ulong)Operand;
        if (wanted >= Type.Min && wanted <= Type.Max)
            return (long)wanted;
        return Overflow switch
        {
            BitFieldOverflow.Wrap => Type.Wrap((ulong)wanted),
            BitFieldOverflow.Saturate => wanted > Type.Max ? Type.Max : Type.Min,
            _ => null,
        };
    }
}
