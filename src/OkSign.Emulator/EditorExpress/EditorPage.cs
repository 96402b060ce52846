using System.Text.Json;
using OkSign.Emulator.Http;
using OkSign.Emulator.State;

namespace OkSign.Emulator.EditorExpress;

/// <summary>The editor: the form descriptor as text, and a button.</summary>
internal static class EditorPage
{
    public const string DescriptorName = "descriptor";

    private const string Title = "Edit";
    private const string Nothing = """{ "fields": [], "signersinfo": [] }""";

    private static readonly JsonSerializerOptions Indented = new(WireJson.Options) { WriteIndented = true };

    public static string Message(string text) => HtmlPage.Message(Title, text);

    public static string Form(StoredDocument document, IReadOnlyList<string> problems, string? edited = null)
    {
        string text = edited ?? (document.Descriptor is { } descriptor ? JsonSerializer.Serialize(descriptor.Json, Indented) : Nothing);
        return HtmlPage.Of(
            Title,
            $"<p>The form descriptor of <b>{HtmlPage.Encode(document.FileName)}</b></p>{Listed(problems)}"
            + $"<form method=\"post\"><p><textarea name=\"{DescriptorName}\" rows=\"40\" cols=\"120\">\n{HtmlPage.Encode(text)}</textarea></p>"
            + "<p><button>Save</button></p></form>");
    }

    private static string Listed(IReadOnlyList<string> problems)
        => problems.Count == 0 ? "" : $"<ul>{string.Concat(problems.Select(problem => $"<li>{HtmlPage.Encode(problem)}</li>"))}</ul>";
}
