using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace OkSign.Emulator.Pages;

/// <summary>The words of the pages, in every language: the file <c>texts.json</c>.</summary>
internal sealed class PageTexts
{
    public const string DefaultLanguage = "en";

    /// <summary>In the query of a page: the language that its reader has chosen.</summary>
    public const string LanguageParameter = "lang";

    private readonly Dictionary<string, PageText> _byLanguage;

    public PageTexts(PageAssets assets)
    {
        var tables = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(assets.TextOf("texts.json"))!;
        _byLanguage = tables.ToDictionary(table => table.Key, table => new PageText(table.Key, table.Value, this), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>In the order in which they are offered.</summary>
    public IReadOnlyCollection<PageText> All => _byLanguage.Values;

    /// <summary>
    /// The words for a request: in the language that the reader has chosen, else the one that the sender has told, else the browser's, else
    /// English. The reader's choice comes first, or there would be none.
    /// </summary>
    public PageText For(HttpRequest request, string? senderLanguage = null)
    {
        PageText text = new[] { request.Query[LanguageParameter].ToString(), senderLanguage }
            .Concat(BrowserLanguages(request))
            .Select(Find)
            .FirstOrDefault(text => text is not null) ?? _byLanguage[DefaultLanguage];
        return text with { Query = QueryHelpers.AddQueryString("", request.Query.Where(parameter => parameter.Key != LanguageParameter)) };
    }

    private static IEnumerable<string?> BrowserLanguages(HttpRequest request)
        => StringWithQualityHeaderValue.TryParseList([.. request.Headers.AcceptLanguage.OfType<string>()], out IList<StringWithQualityHeaderValue>? languages)
            ? languages.OrderByDescending(language => language.Quality ?? 1).Select(language => language.Value.Value)
            : [];

    // A region or a script, as in nl-BE, does not matter.
    private PageText? Find(string? language) => _byLanguage.GetValueOrDefault((language ?? "").Split('-', '_')[0]);
}
