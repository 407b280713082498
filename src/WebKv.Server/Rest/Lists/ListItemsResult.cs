using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Lists;

/// <summary>A range of elements, and how many the whole list has.</summary>
internal sealed record ListItemsResult(ValueList Items, long Length);
