using System.Text.Encodings.Web;
using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Signing;

/// <summary>The signing page: who signs what, the fields to fill in, and a button.</summary>
internal static class SigningPage
{
    public static string Message(string text) => Page($"<p>{Html(text)}</p>");

    public static string Form(StoredDocument document, string signerId)
    {
        FormDescriptor descriptor = document.Descriptor!;
        Signer signer = descriptor.SignerOf(signerId);
        IEnumerable<string> inputs = descriptor.FieldsOf(signerId)
            .Where(field => !field.IsSignature && !field.ReadOnly)
            .Select(LabelledInput);
        return Page(
            $"<p>{Html(signer.DisplayName)} is asked to sign <b>{Html(document.FileName)}</b>.</p>"
            + $"<form method=\"post\">{string.Concat(inputs)}"
            + $"<p><label>Method {MethodChoice(descriptor, signerId)}</label></p><p><button>Sign</button></p></form>");
    }

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

    private static string MethodChoice(FormDescriptor descriptor, string signerId)
    {
        IReadOnlyList<FormField> signatures = [.. descriptor.SignaturesOf(signerId)];
        IEnumerable<SigningMethod> common = SigningMethod.All.Where(method => signatures.All(field => field.Methods.Contains(method)));
        return $"<select name=\"{SigningScriptReader.MethodName}\">{Options(["", .. common.Select(method => method.Key)], null)}</select>";
    }

    private static string Options(IEnumerable<string> values, string? selected)
        => string.Concat(values.Select(value => $"<option{(value == selected ? " selected" : "")}>{Html(value)}</option>"));

    private static string Page(string body) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Sign</title><style>body {"{"} font-family: sans-serif; margin: 2rem {"}"}</style></head>
        <body>{body}</body>
        </html>

        """;

    private static string Html(string text) => HtmlEncoder.Default.Encode(text);
}
