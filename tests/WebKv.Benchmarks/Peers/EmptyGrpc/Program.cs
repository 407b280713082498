using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using WebKv.Benchmarks.EmptyGrpc;

// The floor for gRPC: one unary call of grpc-dotnet with empty messages. Usage: EmptyGrpc --port PORT
var builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(
    IPAddress.Loopback,
    builder.Configuration.GetValue<int>("port"),
    listen => listen.Protocols = HttpProtocols.Http2));
builder.Services.AddGrpc();
var app = builder.Build();
app.MapGrpcService<EmptyCallService>();
app.Run();
