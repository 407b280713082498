namespace WebKv.Memory.Collections;

/// <summary>Sees members one by one during a walk; it may not change the table.</summary>
public interface IMemberVisitor
{
    void Visit(scoped PackedItem member);
}
