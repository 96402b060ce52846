using System.Text.Encodings.Web;

namespace OkSign.Emulator.Http;

/// <summary>The frame of all pages.</summary>
internal static class HtmlPage
{
    public static string Message(string title, string text) => Of(title, $"<p>{Encode(text)}</p>");

    public static string Of(string title, string body) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>{Encode(title)}</title><style>body {"{"} font-family: sans-serif; margin: 2rem {"}"}</style></head>
        <body>{body}</body>
        </html>

        """;

    public static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
