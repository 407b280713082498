namespace WebKv.Server.Rest.Http;

internal enum RepresentationKind
{
    Raw,
    Json,
    Text,
}
