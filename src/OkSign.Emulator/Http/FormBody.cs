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
        return Read(Encoding.UTF8.GetString(body));
    }

    /// <summary>Names count with their letter case: those of fields may differ in nothing else.</summary>
    private static Dictionary<string, StringValues> Read(string body)
    {
        var form = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        foreach (QueryStringEnumerable.EncodedNameValuePair pair in new QueryStringEnumerable(body))
        {
            string name = pair.DecodeName().ToString();
            form[name] = StringValues.Concat(form.GetValueOrDefault(name), pair.DecodeValue().ToString());
        }

        return form;
    }
}
