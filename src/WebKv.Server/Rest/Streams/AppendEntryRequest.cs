namespace WebKv.Server.Rest.Streams;

/// <summary>An entry to append.</summary>
/// <param name="Id">Its id: "ms-sequence", "ms-*", or "*" (also if not given), which leaves it to the server.</param>
/// <param name="Fields">Its fields in their order; a name may come twice.</param>
/// <param name="Trim">How to cut the stream's old end then.</param>
/// <param name="NoMakeStream">Do not create the stream.</param>
internal sealed record AppendEntryRequest(
    string? Id, IReadOnlyList<StreamField?>? Fields, TrimStreamRequest? Trim, bool? NoMakeStream);
