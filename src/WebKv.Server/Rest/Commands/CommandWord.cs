using System.Text.Json.Serialization;

namespace WebKv.Server.Rest.Commands;

/// <summary>One word of a command line. Beside text and bytes a number may be written as one.</summary>
[JsonConverter(typeof(CommandWordConverter))]
internal sealed record CommandWord(byte[] Bytes);
