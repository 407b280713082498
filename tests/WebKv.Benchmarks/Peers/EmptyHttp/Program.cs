// The floor for REST: a minimal API on Kestrel that stores nothing. It answers a GET with a fixed
// value of the size that the benchmark reads from WebKv, and a PUT after draining its body. Its
// routes are WebKv's, so both servers parse the same requests. Usage: EmptyHttp --urls URL
var builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
var app = builder.Build();

app.MapGet("/v1/strings/{key}", (string key) => "0123456789abcdef0123456789abcdef");
app.MapPut("/v1/strings/{key}", async (string key, HttpContext context) =>
{
    var body = context.Request.BodyReader;
    while (true)
    {
        var read = await body.ReadAsync(context.RequestAborted);
        body.AdvanceTo(read.Buffer.End);
        if (read.IsCompleted)
            break;
    }

    return Results.NoContent();
});

app.Run();
