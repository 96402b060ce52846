using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.Signing;

/// <summary>The signing page: who signs what, the fields to fill in, and a button.</summary>
internal static class SigningPage
{
    private const string Title = "Sign";

    public static string Message(string text) => HtmlPage.Message(Title, text);

    public static string Form(LinkTarget target)
    {
        // A field that several documents have is filled in once, for all of them.
        IEnumerable<string> inputs = target.Fields
            .Where(field => !field.IsSignature && !field.ReadOnly)
            .DistinctBy(field => field.Name)
            .Select(LabelledInput);
        return HtmlPage.Of(
            Title,
            $"{Heading(target)}<p>{Html(target.SignerName)} is asked to sign {DocumentNames(target)}.</p>"
            + $"<form method=\"post\">{string.Concat(inputs)}"
            + $"<p><label>Method {MethodChoice(target)}</label></p><p><button>Sign</button></p></form>");
    }

    private static string Heading(LinkTarget target)
        => target.Bundle?.PackageName is { } name ? $"<h1>{Html(name)}</h1>" : "";

    private static string DocumentNames(LinkTarget target)
        => string.Join(", ", target.OfSigner.Select(document => $"<b>{Html(document.FileName)}</b>"));

    private static string LabelledInput(FormField field)
        => $"<p><label>{Html(field.Name)}{(field.Required ? " (required)" : "")} {Input(field)}</label></p>";

    private static string Input(FormField field)
    {
        string name = $"name=\"{Html(SigningScriptReader.FieldPrefix + field.Name)}\"";
        string value = Html(field.Value ?? "");
        return field.Kind switch
        {
            FieldKind.TextArea => $"<textarea {name}>\n{value}</textarea>",
            FieldKind.Select => $"<select {name}>{Options(["", .. field.SelectOptions], field.Value)}</select>",
            FieldKind.Checkbox => Checkbox(name, ticked: field.Value == FieldValues.Format(true)),
            FieldKind.Date => $"<input type=\"date\" {name} value=\"{value}\">",
            _ => $"<input {name} value=\"{value}\">",
        };
    }

    // A browser says nothing of a box that is not ticked; the hidden input says "false" then.
    private static string Checkbox(string name, bool ticked)
        => $"<input type=\"hidden\" {name} value=\"false\"><input type=\"checkbox\" {name} value=\"true\"{(ticked ? " checked" : "")}>";

    private static string MethodChoice(LinkTarget target)
    {
        IReadOnlyList<FormField> signatures = [.. target.Fields.Where(field => field.IsSignature)];
        IEnumerable<SigningMethod> common = SigningMethod.All.Where(method => signatures.All(field => field.Methods.Contains(method)));
        return $"<select name=\"{SigningScriptReader.MethodName}\">{Options(["", .. common.Select(method => method.Key)], null)}</select>";
    }

    private static string Options(IEnumerable<string> values, string? selected)
        => string.Concat(values.Select(value => $"<option{(value == selected ? " selected" : "")}>{Html(value)}</option>"));

    private static string Html(string text) => HtmlPage.Encode(text);
}
