namespace WebKv.Memory.Collections;

/// <summary>Is shown fields of a hash, one after the other.</summary>
public interface IFieldVisitor
{
    void Visit(scoped HashField field);
}
