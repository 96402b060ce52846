using System.Collections.Immutable;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.OkDokument;

/// <summary>The pages for the signer's browser. They work without scripts.</summary>
internal static class ViewerPage
{
    private const string Title = "OKdokument";

    public static string Message(string text) => HtmlPage.Message(Title, text);

    public static string ThankYou(string result) => Message(result switch
    {
        "success" or "mobile" => "Thank you. The document has been signed.",
        _ => "The document has not been signed.",
    });

    /// <summary>Asks for the code to open the document.</summary>
    public static string Locked(StoredDokument document, bool isSent, string? note)
        => Form(document, note, isSent
            ? $"{CodeInput("Code to open", ViewerActionReader.OpenCodeName)}<p>{Button("Open", ViewerAction.Open)} "
                + $"{Button("Send the code again", ViewerAction.SendOpenCode)}</p>"
            : $"<p>{Button("Send verification code", ViewerAction.SendOpenCode)}</p>");

    public static string Sign(SignatureRequest request, StoredDokument document, string? openCode, string? note)
    {
        var fields = RoundFields.Of(document, request.Settings);
        return Form(
            document,
            note,
            Hidden(ViewerActionReader.OpenCodeName, openCode)
            + NameInput(request.Rules)
            + string.Concat(fields.Inputs.Select(field => Labelled(field, request.Settings.Requires(field), Input(field, fields.Values))))
            + Signatures(fields, request.Settings)
            + SignCode(request)
            + $"<p>{Button("Submit", ViewerAction.Submit)} {Button("Cancel", ViewerAction.Cancel)} "
            + $"{Button("Close", ViewerAction.Close)}</p>");
    }

    private static string Form(StoredDokument document, string? note, string content)
        => HtmlPage.Of(
            Title,
            $"<h1>{Html(document.DisplayName)}</h1>{(note is null ? "" : $"<p role=\"alert\">{Html(note)}</p>")}"
            + $"<form method=\"post\">{content}</form>");

    private static string NameInput(RoundRules rules)
        => rules.RequestSignerName
            ? $"<p><label>Name <input name=\"{ViewerActionReader.SignerNameName}\" value=\"{Html(rules.SignerName ?? "")}\"></label></p>"
            : rules.SignerName is { } name ? $"<p>Signer: {Html(name)}</p>" : "";

    private static string Signatures(RoundFields fields, RoundSettings settings)
        => fields.Signatures.Count > 0
            ? Hidden(ViewerActionReader.OffersName, "1")
                + string.Concat(fields.Signatures.Select(field => Labelled(field, settings.Requires(field), SignatureBox(field))))
            : fields.SignAnywhere ? "<p>You sign at the foot of the last page.</p>" : "";

    private static string SignatureBox(DokumentField field)
        => $"<input type=\"checkbox\" name=\"{Html(ViewerActionReader.SignaturePrefix + field.Name)}\" value=\"1\" checked>";

    private static string SignCode(SignatureRequest request)
        => !request.Rules.Sign.IsAsked ? ""
            : CodeInput("Code to sign", ViewerActionReader.SignCodeName)
                + $"<p>{Button("Send the code to sign", ViewerAction.SendSignCode)}</p>";

    private static string Labelled(DokumentField field, bool isRequired, string input)
        => $"<p><label>{Html(field.Name)}{(isRequired ? " (required)" : "")} {input}</label></p>";

    private static string Input(DokumentField field, ImmutableDictionary<string, string> values)
    {
        string name = $"name=\"{Html(ViewerActionReader.FieldPrefix + field.Name)}\"";
        string value = values.GetValueOrDefault(field.Name, "");
        return field.Kind switch
        {
            DokumentFieldKind.Checkbox => Checkbox(name, ticked: value == DokumentField.Ticked),
            DokumentFieldKind.Text => $"<input {name} value=\"{Html(value)}\">",
            _ when field.IsEditable => $"<input {name} value=\"{Html(value)}\">",
            _ => $"<select {name}>{Option(new FieldOption("", ""), value)}{Options(field, value)}</select>",
        };
    }

    // A browser says nothing of a box that is not ticked; the hidden input says "0" then.
    private static string Checkbox(string name, bool ticked)
        => $"<input type=\"hidden\" {name} value=\"0\"><input type=\"checkbox\" {name} value=\"1\"{(ticked ? " checked" : "")}>";

    private static string Options(DokumentField field, string selected)
        => string.Concat(field.Options.Select(option => Option(option, selected)));

    private static string Option(FieldOption option, string selected)
        => $"<option value=\"{Html(option.Value)}\"{(option.Value == selected ? " selected" : "")}>{Html(option.Label)}</option>";

    private static string CodeInput(string label, string name)
        => $"<p><label>{label} <input name=\"{name}\" autocomplete=\"one-time-code\"></label></p>";

    private static string Hidden(string name, string? value)
        => value is null ? "" : $"<input type=\"hidden\" name=\"{name}\" value=\"{Html(value)}\">";

    private static string Button(string label, string action)
        => $"<button name=\"{ViewerActionReader.ActionName}\" value=\"{action}\">{label}</button>";

    private static string Html(string text) => HtmlPage.Encode(text);
}
