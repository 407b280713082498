namespace WebKv.Memory;

/// <summary>Sees records one by one during a walk; it may read and stamp them, not change the table.</summary>
public interface IRecordVisitor
{
    void Visit(Record record);
}
