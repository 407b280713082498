namespace WebKv.Memory.Collections;

/// <summary>Where an element of a <see cref="PackedDeque"/> lies; good until the next change.</summary>
/// <param name="Chunk">Index of its chunk.</param>
/// <param name="Position">Offset in the chunk.</param>
public readonly record struct PackedPlace(int Chunk, int Position);
