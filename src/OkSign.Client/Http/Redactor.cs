using System.Text.RegularExpressions;

namespace OkSign.Client;

/// <summary>Takes out of a text what must not reach a log: credentials, links (who has one can sign), e-mail addresses, phone numbers.</summary>
internal sealed class Redactor(OkSignCredentials credentials)
{
    /// <summary>How much of an answer an exception carries, in characters.</summary>
    public const int MaxLength = 2048;

    private static readonly Regex Link = new(@"https?:(?:\\?/){2}[^\s""'<>]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    private static readonly Regex Email = new(@"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+", RegexOptions.CultureInvariant);
    private static readonly Regex Phone = new(@"\+\d[\d ]{6,16}\d", RegexOptions.CultureInvariant);

    /// <summary>The text without secrets, cut to <see cref="MaxLength"/>.</summary>
    public string Redact(string text)
    {
        string clean = text
            .Replace(credentials.HeaderValue, "[credentials]")
            .Replace(credentials.AuthenticationToken, "[credentials]");
        clean = Link.Replace(clean, "[link]");
        clean = Email.Replace(clean, "[e-mail]");
        clean = Phone.Replace(clean, "[phone]");
        return clean.Length <= MaxLength ? clean : clean.Substring(0, MaxLength);
    }
}
