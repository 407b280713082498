namespace WebKv.Memory;

/// <summary>What a record's value is. The numbers are part of the record header and of files: never renumber.</summary>
public enum RecordType : byte
{
    String = 0,
    List = 1,
    Set = 2,
    SortedSet = 3,
    Hash = 4,
    Stream = 5,
}
