namespace WebKv.Server.Rest.Commands;

/// <summary>Command lines that are run one after the other, each for itself.</summary>
internal sealed record PipelineRequest(IReadOnlyList<IReadOnlyList<CommandWord?>?>? Commands);
