using System.Text.Encodings.Web;
using System.Text.Json;
using OkSign.Emulator.Pages;

namespace OkSign.Emulator.Http;

/// <summary>The frame of all pages.</summary>
internal static class HtmlPage
{
    // For JSON inside a script element: nothing in it can end the element.
    private static readonly JsonSerializerOptions InScript = new() { Encoder = JavaScriptEncoder.Default };

    public static string Message(string title, string text) => Of(title, $"<p>{Encode(text)}</p>");

    /// <summary>A plain page in English.</summary>
    public static string Of(string title, string body) => Frame(PageTexts.DefaultLanguage, title, Markup.Raw($"<main class=\"plain\">{body}</main>"));

    /// <summary>A page in the reader's language, which can be changed.</summary>
    /// <param name="text">The words.</param>
    /// <param name="title">The title, without heading.</param>
    /// <param name="main">What the page is about.</param>
    /// <param name="script">The module that the page runs; null for none.</param>
    /// <param name="service">Which service's page it is.</param>
    public static string Of(PageText text, string title, Markup main, string? script = null, string service = "OKSign") => Frame(text.Language, title, Markup.Of($"""
        <a class="skip" href="#main">{text["skip"]}</a>
        <header class="top">
        <p class="brand"><span class="brand-mark" aria-hidden="true"></span>{service} <span class="tag">{text["emulator"]}</span></p>
        <nav class="languages" aria-label="{text["languages"]}">{Markup.Join(text.Texts.All.Select(other => LanguageLink(other, text)))}</nav>
        </header>
        <main id="main" tabindex="-1">
        {main}
        </main>
        {(script is null ? Markup.Empty : Script(text, script))}
        """));

    public static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    private static string Frame(string language, string title, Markup body) => Markup.Of($"""
        <!DOCTYPE html>
        <html lang="{language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title}</title>
        <link rel="stylesheet" href="{PageAssets.Path}signing.css">
        <link rel="icon" href="data:,">
        </head>
        <body>
        {body}
        </body>
        </html>

        """).ToString();

    private static Markup LanguageLink(PageText other, PageText current)
    {
        Markup here = other.Language == current.Language ? Markup.Raw(" aria-current=\"true\"") : Markup.Empty;
        return Markup.Of($"""<a href="{current.AddressIn(other)}" lang="{other.Language}" hreflang="{other.Language}"{here}>{other["language"]}</a>""");
    }

    private static Markup Script(PageText text, string script) => Markup.Of($"""
        <script type="application/json" id="texts">{Markup.Raw(JsonSerializer.Serialize(text.Words, InScript))}</script>
        <script type="module" src="{PageAssets.Path}{script}"></script>
        """);
}
