using System.Text;
using WebKv.Memory;

namespace WebKv.Engine.Tests.Memory;

/// <summary>Notes the keys that a walk shows, as Latin-1.</summary>
internal readonly struct KeyCollector() : IRecordVisitor
{
    public List<string> Keys { get; } = [];

    public void Visit(Record record) => Keys.Add(Encoding.Latin1.GetString(record.Key));
}
