namespace WebKv.Memory.Collections;

/// <summary>A place in the order of a <see cref="ScoreTree"/>: the entries before it come first, all others after.
/// </summary>
internal unsafe interface IScoreBound
{
    bool IsBefore(ulong key, byte* entry);
}
