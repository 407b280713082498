namespace WebKv.Memory.Collections;

/// <summary>The place of an element in a list of chunks: which chunk, and where in its entries. Void after an edit.
/// </summary>
/// <param name="Chunk">Index of the chunk.</param>
/// <param name="Offset">Where the element's entry begins; the chunk's length is the place behind its last one.</param>
public readonly record struct ListPosition(int Chunk, int Offset);
