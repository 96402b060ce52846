using OkSign.Emulator.Http;
using OkSign.Emulator.Pages;
using OkSign.Emulator.Signing;

namespace OkSign.Emulator.OkDokument;

/// <summary>The pages for the signer's browser. They work without scripts.</summary>
/// <param name="text">The words, in the language of the page.</param>
internal sealed class ViewerPage(PageText text)
{
    private const string Title = "OKdokument";

    private readonly Sheet _sheet = new(text);

    public string Unusable(string reason)
        => Message(Markup.Of($"<h1>{text["state.unusable"]}</h1><p lang=\"en\">{reason}</p>"));

    public string ThankYou(string result)
        => Message(Markup.Of($"<h1>{Title}</h1><p>{text[result is "success" or "mobile" ? "dokument.signed" : "dokument.notSigned"]}</p>"));

    /// <summary>Asks for the code to open the document.</summary>
    public string Locked(SignatureRequest request, StoredDokument document, ViewerNotice notice) => HtmlPage.Of(text, document.DisplayName, Markup.Of($"""
        <div class="card message">
        <h1>{document.DisplayName}</h1>
        {Told(notice)}
        <p>{text["dokument.locked"]}</p>
        <form method="post" class="code">
        {(request.OpenCode is null ? Button("primary", "dokument.sendOpen", ViewerAction.SendOpenCode) : OpenInputs())}
        </form>
        </div>
        """), service: Title);

    /// <param name="request">The round.</param>
    /// <param name="document">What is signed.</param>
    /// <param name="pdfAddress">Where the pages are.</param>
    /// <param name="openCode">The code by which the document was opened; null when none is needed.</param>
    /// <param name="notice">What has happened before.</param>
    public string Sign(SignatureRequest request, StoredDokument document, string pdfAddress, string? openCode, ViewerNotice notice)
    {
        var fields = RoundFields.Of(document, request.Settings);
        bool signs = fields.Signatures.Count > 0 || fields.SignAnywhere;
        IReadOnlyList<SheetField> shown = new RoundSheet(text, document, request.Settings, notice.Refused).Fields(fields);
        return HtmlPage.Of(text, document.DisplayName, Markup.Of($"""
            <div class="intro">
            <h1>{document.DisplayName}</h1>
            {(request.Rules is { RequestSignerName: false, SignerName: { } name } ? Markup.Of($"<p>{text.With("dokument.signer", name)}</p>") : Markup.Empty)}
            </div>
            {Told(notice)}
            <div class="alert" id="problems" role="alert" hidden></div>
            <form method="post" id="sheet" novalidate>
            {Sheet.DefaultButton(ViewerActionReader.ActionName, ViewerAction.Submit)}
            {Hidden(ViewerActionReader.OpenCodeName, openCode)}
            {(fields.Signatures.Count > 0 ? Hidden(ViewerActionReader.OffersName, "1") : Markup.Empty)}
            {NameInput(request.Rules, notice.Refused)}
            {(signs && fields.Signatures.Count == 0 ? Anywhere(notice.Refused) : Markup.Empty)}
            {_sheet.Documents([new SheetDocument(document.DisplayName, pdfAddress, shown)])}
            {(signs ? MarkInputs(request.Rules, notice.Refused) : Markup.Empty)}
            {(request.Rules.Sign.IsAsked ? SignCodeInputs(notice.Refused) : Markup.Empty)}
            <div class="bar">
            <div class="bar-inner">
            {_sheet.Progress}
            {Button("quiet", "dokument.close", ViewerAction.Close)}
            {Button("secondary", "dokument.cancel", ViewerAction.Cancel)}
            {Button("primary", "dokument.submit", ViewerAction.Submit, id: "submit")}
            </div>
            </div>
            {(signs ? _sheet.Dialog(several: fields.Signatures.Count > 1) : Markup.Empty)}
            </form>
            """), Sheet.Script, Title);
    }

    private string Message(Markup content) => HtmlPage.Of(text, Title, Markup.Of($"<div class=\"card message\">{content}</div>"), service: Title);

    private Markup Told(ViewerNotice notice) => notice.IsCodeSent
        ? Markup.Of($"<div class=\"notice\" role=\"status\"><p>{text["dokument.codeSent"]}</p></div>")
        : _sheet.Alert(notice.Reason);

    private Markup OpenInputs() => Markup.Of($"""
        {CodeInput("dokument.openCode", ViewerActionReader.OpenCodeName, value: null)}
        <div class="buttons">
        {Button("primary", "dokument.open", ViewerAction.Open)}
        {Button("secondary", "dokument.sendAgain", ViewerAction.SendOpenCode)}
        </div>
        """);

    private Markup NameInput(RoundRules rules, ViewerAction? refused) => !rules.RequestSignerName ? Markup.Empty : Markup.Of($"""
        <div class="card field" data-required>
        <label for="signer-name">{text["dokument.name"]} <span class="required">({text["field.required"]})</span></label>
        <input id="signer-name" name="{ViewerActionReader.SignerNameName}" value="{refused?.Script.SignerName ?? rules.SignerName}" maxlength="{RoundRules.MaxSignerNameLength}" required autocomplete="name" aria-describedby="signer-name-problem">
        <p class="problem" id="signer-name-problem" hidden></p>
        </div>
        """);

    private Markup Anywhere(ViewerAction? refused) => Markup.Of($"""
        <input type="hidden" name="{ViewerActionReader.PlaceName}" id="place-anywhere" value="{(refused?.Script.Place is { } place ? ViewerActionReader.Write(place) : "")}">
        <p class="hint" data-scripted hidden>{text["dokument.anywhereHint"]}</p>
        <noscript><p class="hint">{text["dokument.footOfPage"]}</p></noscript>
        """);

    private Markup MarkInputs(RoundRules rules, ViewerAction? refused)
    {
        DocumentSigningScript? entered = refused?.Script;
        string? drawing = entered?.Drawing is { } drawn ? SignatureDrawingReader.Write(drawn) : null;
        Markup placed = (drawing ?? entered?.TypedSignature) is not null ? Markup.Raw(" data-placed") : Markup.Empty;
        return Markup.Of($"""
            <div class="card signing" id="signing"{placed}>
            {_sheet.MarkInputs(drawing, entered?.TypedSignature, entered?.SignerName ?? rules.SignerName ?? "")}
            </div>
            """);
    }

    private Markup SignCodeInputs(ViewerAction? refused) => Markup.Of($"""
        <div class="card code">
        {CodeInput("dokument.signCode", ViewerActionReader.SignCodeName, refused?.Script.SignCode)}
        {Button("secondary", "dokument.sendSign", ViewerAction.SendSignCode)}
        </div>
        """);

    private Markup CodeInput(string key, string name, string? value)
        => Markup.Of($"<label for=\"{name}\">{text[key]}</label><input id=\"{name}\" name=\"{name}\" value=\"{value}\" autocomplete=\"one-time-code\">");

    private Markup Button(string kind, string key, string action, string? id = null)
        => Markup.Of($"<button class=\"{kind}\"{(id is null ? Markup.Empty : Markup.Of($" id=\"{id}\""))} name=\"{ViewerActionReader.ActionName}\" value=\"{action}\">{text[key]}</button>");

    private static Markup Hidden(string name, string? value)
        => value is null ? Markup.Empty : Markup.Of($"<input type=\"hidden\" name=\"{name}\" value=\"{value}\">");
}
