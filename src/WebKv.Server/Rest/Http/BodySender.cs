using System.Buffers;
using System.IO.Pipelines;
using WebKv.Memory;

namespace WebKv.Server.Rest.Http;

/// <summary>Sends whole bodies whose length is known.</summary>
/// <remarks>
/// Small ones are copied into the connection's pipe and leave with the end of the request: no flush, no task. Big
/// ones are sent from the blob, piece by piece, so that the pipe's limit holds the sender back. Nothing is sent in
/// answer to HEAD but the length.
/// </remarks>
internal static class BodySender
{
    private const int PieceBytes = 64 * 1024;

    public static Task SendAsync(HttpContext http, ReadOnlySpan<byte> body)
    {
        http.Response.ContentLength = body.Length;
        if (body.IsEmpty || HttpMethods.IsHead(http.Request.Method))
            return Task.CompletedTask;
        // Once the headers are out, the pipe's own memory can be written to.
        Task start = http.Response.StartAsync();
        if (!start.IsCompletedSuccessfully)
            return SendLaterAsync(start, http, body.ToArray());
        PipeWriter writer = http.Response.BodyWriter;
        writer.Write(body);
        return body.Length < PieceBytes ? Task.CompletedTask : writer.FlushAsync(http.RequestAborted).AsTask();
    }

    /// <summary>Sends a part of a blob; takes a reference of its own for as long as it needs.</summary>
    public static Task SendAsync(HttpContext http, Blob blob, int start, int length)
    {
        http.Response.ContentLength = length;
        return HttpMethods.IsHead(http.Request.Method)
            ? Task.CompletedTask
            : SendPiecesAsync(http, new BlobMemory(blob), start, length);
    }

    private static async Task SendPiecesAsync(HttpContext http, IMemoryOwner<byte> owner, int start, int length)
    {
        using (owner)
        {
            PipeWriter writer = http.Response.BodyWriter;
            for (int sent = 0; sent < length; sent += PieceBytes)
            {
                ReadOnlyMemory<byte> piece = owner.Memory.Slice(start + sent, Math.Min(PieceBytes, length - sent));
                FlushResult flushed = await writer.WriteAsync(piece, http.RequestAborted);
                if (flushed.IsCompleted)
                    return;
            }
        }
    }

    private static async Task SendLaterAsync(Task start, HttpContext http, byte[] body)
    {
        await start;
        await http.Response.BodyWriter.WriteAsync(body, http.RequestAborted);
    }
}
