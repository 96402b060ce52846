using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace OkSign.Emulator.Http;

/// <summary>Reads the form of a page from a request.</summary>
internal static class FormBody
{
    // A descriptor of the largest size, every byte of it escaped.
    private const long Limit = 3 * JsonBody.Limit + 1024;

    /// <exception cref="RefusedException">The form is too large.</exception>
    public static async Task<Dictionary<string, StringValues>> ReadAsync(HttpContext context)
    {
        byte[] body = await RequestBody.ReadAtMostAsync(context, Limit)
            ?? throw new RefusedException($"The form is larger than {Limit} bytes");
        return QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body));
    }
}
