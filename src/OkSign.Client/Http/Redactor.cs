using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OkSign.Client;

/// <summary>
/// Takes out of a text what must not reach a log: credentials, links (who has one can sign), e-mail addresses, phone numbers, and ids where they open a
/// document.
/// </summary>
/// <param name="secrets">The credentials.</param>
/// <param name="hidesIds">Whether ids are taken out, too.</param>
internal sealed class Redactor(IReadOnlyList<string> secrets, bool hidesIds = false)
{
    /// <summary>How much of an answer an exception carries, in characters.</summary>
    public const int MaxLength = 2048;

    // As far as a text is looked at: searching megabytes takes seconds, and nobody sees them.
    private const int Window = 4 * MaxLength;

    private static readonly Regex Link = new(@"https?:(?:\\?/){2}[^\s""'<>]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    private static readonly Regex Email = new(@"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+", RegexOptions.CultureInvariant);
    private static readonly Regex Phone = new(@"\+\d[\d ]{6,16}\d", RegexOptions.CultureInvariant);

    // UUIDs, and the longer ones of documents. A code of the service has dots between its words, and no word is so long.
    private static readonly Regex Id = new(@"[A-Za-z0-9_-]{30,}", RegexOptions.CultureInvariant);

    // As they are, and as JSON and addresses write them.
    private readonly string[] _secrets = [.. secrets.SelectMany(FormsOf)];

    /// <summary>The beginning of a text without secrets, cut to <see cref="MaxLength"/>.</summary>
    public string Redact(string text)
        => text.Length <= Window ? Cut(WithoutSecrets(text), MaxLength) : BeginningOf(text.Substring(0, Window));

    /// <summary>The beginning of an answer without secrets, cut to <see cref="MaxLength"/>.</summary>
    public string Excerpt(ReadOnlySpan<byte> answer)
        => answer.Length <= Window
            ? Redact(Encoding.UTF8.GetString(answer.ToArray()))
            : BeginningOf(Encoding.UTF8.GetString(answer.Slice(0, Window).ToArray()));

    private static IEnumerable<string> FormsOf(string secret)
        => new[] { secret, secret.Replace("/", "\\/"), JsonEncodedText.Encode(secret).ToString(), Uri.EscapeDataString(secret) }.Distinct();

    private static string Cut(string text, int length) => text.Length <= length ? text : text.Substring(0, length);

    // A secret that the window's edge cuts in two is not recognised: as much as one can be long is left away there.
    private string BeginningOf(string window)
    {
        string clean = WithoutSecrets(window);
        int edge = Math.Max(512, _secrets.Max(static secret => secret.Length));
        return Cut(clean, Math.Min(MaxLength, Math.Max(0, clean.Length - edge)));
    }

    private string WithoutSecrets(string text)
    {
        text = _secrets.Aggregate(text, static (clean, secret) => clean.Replace(secret, "[credentials]"));
        text = Link.Replace(text, "[link]");
        text = Email.Replace(text, "[e-mail]");
        text = Phone.Replace(text, "[phone]");
        return hidesIds ? Id.Replace(text, "[id]") : text;
    }
}
