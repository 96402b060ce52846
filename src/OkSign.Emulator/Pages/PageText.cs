using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace OkSign.Emulator.Pages;

/// <summary>The words of a page in one language.</summary>
internal sealed record PageText(string Language, IReadOnlyDictionary<string, string> Words, PageTexts Texts)
{
    /// <summary>The query of the page's address, without the language.</summary>
    public string Query { get; init; } = "";

    public string this[string key] => Words[key];

    /// <summary>The address of the same page in another language.</summary>
    public string AddressIn(PageText other) => QueryHelpers.AddQueryString(Query, PageTexts.LanguageParameter, other.Language);

    public string With(string key, params object[] values)
        => string.Format(CultureInfo.InvariantCulture, CompositeFormat.Parse(Words[key]), values);

    /// <summary>Words around pieces of markup.</summary>
    public Markup With(string key, params Markup[] values)
        => Markup.Raw(string.Format(CultureInfo.InvariantCulture, CompositeFormat.Parse(Markup.Encode(Words[key])), [.. values.Cast<object>()]));
}
