using Microsoft.OpenApi;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.OpenApi;

/// <summary>What the descriptions of many operations share.</summary>
internal static class DocParts
{
    public static readonly ParameterDocs Encoding = new("encoding", JsonSchemaType.String,
        "How bytes appear in JSON: as text when they are UTF-8 (auto), always as {\"base64\"}, or always as text.")
    {
        Words = ["auto", "base64", "utf8"],
    };

    /// <summary>For operations that change something: what is done cannot be refused for its form.</summary>
    public static readonly ParameterDocs EncodingOfWrite = Encoding with
    {
        Description = "How bytes appear in JSON: as text when they are UTF-8 (auto), or always as {\"base64\"}.",
        Words = ["auto", "base64"],
    };

    public static readonly ParameterDocs Raw = new(
        "raw", JsonSchemaType.Boolean, "Take a JSON body verbatim as the value.");

    public static readonly ParameterDocs MissingOk =
        new("missingOk", JsonSchemaType.Boolean, "Answer 204, not 404, when there is no such key.");

    public static readonly ParameterDocs IfMatch = new(
        "If-Match", JsonSchemaType.String, "Go on only if the key has this ETag; * if it exists.")
    {
        In = ParameterLocation.Header,
    };

    public static readonly ParameterDocs IfNoneMatch =
        new("If-None-Match", JsonSchemaType.String, "Go on only if the key has not this ETag; * if it does not exist.")
        {
            In = ParameterLocation.Header,
        };

    /// <summary>How to wait without a word in the body.</summary>
    public static readonly ParameterDocs Prefer = new(
        WaitPreference.Request, JsonSchemaType.String,
        "wait=20: wait up to 20 seconds, a minute at most, when there is nothing; if the body has no waitMs.")
    {
        In = ParameterLocation.Header,
    };

    /// <summary>A value as clients may have it.</summary>
    public static IReadOnlyList<BodyDocs> ValueBodies { get; } =
    [
        new(Representation.Raw, null),
        new(Representation.Json, typeof(ValueRequest),
            new ExampleDocs("text", """{"value":"hello"}"""),
            new ExampleDocs("bytes", """{"value":{"base64":"AP8="}}""")),
        new(Representation.Text, null),
    ];

    /// <summary>A value as clients may send it.</summary>
    public static IReadOnlyList<BodyDocs> ValueRequests { get; } =
    [
        new(Representation.Raw, null, new ExampleDocs("raw bytes", "hello")),
        new(Representation.Json, typeof(ValueRequest),
            new ExampleDocs("text value", """{"value":"hello"}"""),
            new ExampleDocs("binary as base64", """{"value":{"base64":"AP8="}}""")),
    ];

    public static ResponseDocs Ok<T>(string description, string example) =>
        new(StatusCodes.Status200OK, description, Json<T>(example)) { Headers = [ResponseHeaders.Offset] };

    public static ResponseDocs OkOfKey<T>(string description, string example) =>
        Ok<T>(description, example) with { Headers = [HeaderDocs.ETag, ResponseHeaders.Offset] };

    public static ResponseDocs NoContent(string description) => new(StatusCodes.Status204NoContent, description)
    {
        Headers = [ResponseHeaders.Offset],
    };

    /// <summary>What an operation answers that may have waited in vain.</summary>
    public static ResponseDocs NothingInTime(string description) => new(StatusCodes.Status204NoContent, description)
    {
        Headers = [ResponseHeaders.Offset, WaitPreference.Response],
    };

    public static BodyDocs Json<T>(params IReadOnlyList<ExampleDocs> examples) =>
        new(Representation.Json, typeof(T), examples);

    public static BodyDocs Json<T>(string example) => Json<T>(new ExampleDocs("example", example));
}
