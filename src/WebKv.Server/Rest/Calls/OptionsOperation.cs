using WebKv.Engine.Commands;

namespace WebKv.Server.Rest.Calls;

/// <summary>The same with options, which an <see cref="OptionsReader{TOptions}"/> read in the URL.</summary>
internal delegate Task OptionsOperation<in TOptions>(ref RestCall call, TOptions options, Value value);
