using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OkSign.Client;

/// <summary>
/// Takes out of a text what must not reach a log: credentials, links (who has one can sign), e-mail addresses, phone numbers.
/// </summary>
internal sealed class Redactor(OkSignCredentials credentials)
{
    /// <summary>How much of an answer an exception carries, in characters.</summary>
    public const int MaxLength = 2048;

    private static readonly Regex Link = new(@"https?:(?:\\?/){2}[^\s""'<>]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    private static readonly Regex Email = new(@"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+", RegexOptions.CultureInvariant);
    private static readonly Regex Phone = new(@"\+\d[\d ]{6,16}\d", RegexOptions.CultureInvariant);

    // As they are, and as JSON and addresses write them.
    private readonly string[] _secrets = [.. FormsOf(credentials.HeaderValue), .. FormsOf(credentials.AuthenticationToken)];

    /// <summary>The text without secrets, cut to <see cref="MaxLength"/>.</summary>
    public string Redact(string text) => Cut(WithoutSecrets(text), MaxLength);

    /// <summary>The beginning of an answer without secrets, cut to <see cref="MaxLength"/>.</summary>
    public string Excerpt(ReadOnlySpan<byte> answer)
    {
        const int Window = 4 * MaxLength;
        if (answer.Length <= Window)
        {
            return Redact(Encoding.UTF8.GetString(answer.ToArray()));
        }

        // A secret that the window's edge cuts in two is not recognised: as much as one can be long is left away there.
        string clean = WithoutSecrets(Encoding.UTF8.GetString(answer.Slice(0, Window).ToArray()));
        int edge = Math.Max(512, _secrets.Max(static secret => secret.Length));
        return Cut(clean, Math.Min(MaxLength, Math.Max(0, clean.Length - edge)));
    }

    private static IEnumerable<string> FormsOf(string secret)
        => new[] { secret, secret.Replace("/", "\\/"), JsonEncodedText.Encode(secret).ToString(), Uri.EscapeDataString(secret) }.Distinct();

    private static string Cut(string text, int length) => text.Length <= length ? text : text.Substring(0, length);

    private string WithoutSecrets(string text)
    {
        text = _secrets.Aggregate(text, static (clean, secret) => clean.Replace(secret, "[credentials]"));
        text = Link.Replace(text, "[link]");
        text = Email.Replace(text, "[e-mail]");
        return Phone.Replace(text, "[phone]");
    }
}
