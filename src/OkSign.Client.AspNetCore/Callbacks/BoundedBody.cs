using Microsoft.AspNetCore.Http;

namespace OkSign.Client.AspNetCore;

/// <summary>Reads a stranger's body within a limit.</summary>
internal static class BoundedBody
{
    /// <returns>The body; null when it is longer.</returns>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
        {
            return null;
        }

        byte[] buffer = new byte[limit + 1];
        int length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);

        // Not a bare null, which would become an empty memory.
        return length > limit ? (ReadOnlyMemory<byte>?)null : buffer.AsMemory(0, length);
    }
}
