using Microsoft.AspNetCore.Http;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.Documents;

/// <summary>A file sent as the raw body of a request, with its name in a header.</summary>
internal sealed record UploadedFile(string Name, byte[] Content)
{
    /// <exception cref="RefusedException">The file is empty or larger than <paramref name="limit"/> bytes, or its name is no good.</exception>
    public static async Task<UploadedFile> ReadAsync(HttpContext context, long limit)
    {
        // Before the headers are judged: a client only looks for an answer after it has sent the file.
        byte[]? content = await RequestBody.ReadAtMostAsync(context, limit);
        string name = context.Request.Required(RequestHeaders.FileName);
        if (FileNames.ProblemOfHeader(name) is { } problem)
        {
            throw new RefusedException(problem);
        }

        return content switch
        {
            null => throw new RefusedException($"The file is larger than {limit} bytes"),
            [] => throw new RefusedException("The file is empty"),
            _ => new UploadedFile(name, content),
        };
    }
}
