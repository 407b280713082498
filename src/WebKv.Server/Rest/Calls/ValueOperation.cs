using WebKv.Engine.Commands;

namespace WebKv.Server.Rest.Calls;

/// <summary>An operation whose body is one value, raw or in the envelope {"value": ..}.</summary>
internal delegate Task ValueOperation(ref RestCall call, Value value);
