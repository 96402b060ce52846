using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace OkSign.Emulator.Http;

/// <summary>Reads request bodies without ever keeping more than allowed.</summary>
internal static class RequestBody
{
    // A client only looks for an answer after it has sent its body: a body that is refused is still read, but not without end.
    private const long DiscardAtMost = 256L * 1024 * 1024;

    /// <returns>The body, or null when it is larger than <paramref name="limit"/> bytes.</returns>
    public static async Task<byte[]?> ReadAtMostAsync(HttpContext context, long limit)
    {
        if (context.Request.ContentLength > limit)
        {
            await DiscardAsync(context);
            return null;
        }

        using var kept = new MemoryStream((int)(context.Request.ContentLength ?? 0));
        byte[] buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            int read;
            while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
            {
                if (kept.Length + read > limit)
                {
                    await DiscardAsync(context);
                    return null;
                }

                kept.Write(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return kept.ToArray();
    }

    /// <summary>Reads what is left of the body and forgets it.</summary>
    public static async Task DiscardAsync(HttpContext context)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            long discarded = 0;
            int read;
            while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
            {
                discarded += read;
                if (discarded > DiscardAtMost)
                {
                    context.Response.Headers.Connection = "close";
                    return;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
