using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Http;
using OkSign.Emulator.Pages;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Signing;

/// <summary>The signing page: who signs what, the documents with their fields, how to sign, and the buttons.</summary>
/// <param name="text">The words, in the language of the page.</param>
/// <param name="target">What is behind the link.</param>
/// <param name="address">The path of the link, below which the PDFs are.</param>
internal sealed class SigningPage(PageText text, LinkTarget target, string address)
{
    public const string DocumentsPath = "/documents/";

    private readonly Sheet _sheet = new(text);
    private readonly StoredDocument[] _documents = [.. target.OfSigner];
    private readonly IReadOnlyList<FormField> _signatures = SigningRules.SignaturesLeft(target);

    /// <summary>A page that only says something.</summary>
    public static string Message(PageText text, string title, Markup content)
        => HtmlPage.Of(text, title, Markup.Of($"<div class=\"card message\"><h1>{title}</h1>{content}</div>"));

    public static string Unusable(PageText text, string reason)
        => Message(text, text["state.unusable"], Markup.Of($"<p lang=\"en\">{reason}</p>"));

    /// <param name="refused">What the server did not accept, to be shown again; null when the signer has just come.</param>
    /// <param name="reason">Why it did not; null for no reason.</param>
    /// <param name="note">What else is to be told.</param>
    public string Form(SignerAction? refused = null, string? reason = null, string? note = null)
    {
        bool signs = _signatures.Count > 0;
        return HtmlPage.Of(text, $"{text["sign.title"]}: {Heading}", Markup.Of($"""
            {Introduction()}
            {_sheet.Alert(reason)}
            {(note is null ? Markup.Empty : Markup.Of($"<div class=\"notice\" role=\"status\"><p>{note}</p></div>"))}
            <div class="alert" id="problems" role="alert" hidden></div>
            <form method="post" id="sheet" novalidate>
            {Sheet.DefaultButton(SignerActionReader.ActionName, SignerAction.Sign)}
            {_sheet.Documents(new SheetReader(text, target.SignerId, refused).Documents(_documents, $"{address}{DocumentsPath}"))}
            {(signs ? SigningInputs(refused) : Markup.Empty)}
            <div class="bar">
            <div class="bar-inner">
            {_sheet.Progress}
            <button class="primary" id="submit" name="{SignerActionReader.ActionName}" value="{SignerAction.Sign}">{text[signs ? "action.sign" : "action.complete"]}</button>
            </div>
            </div>
            {RefusalInputs(refused)}
            {(signs ? _sheet.Dialog(several: _signatures.Count > 1) : Markup.Empty)}
            </form>
            """), Sheet.Script);
    }

    private string Heading => target.Bundle?.PackageName ?? string.Join(", ", _documents.Select(document => document.FileName));

    private Markup Introduction()
    {
        var names = Markup.Join(Markup.Raw(", "), _documents.Select(document => Markup.Of($"<b>{document.FileName}</b>")));
        Signer? signer = _documents.FirstOrDefault()?.Descriptor!.SignerOf(target.SignerId);
        return Markup.Of($"""
            <div class="intro">
            <h1>{Heading}</h1>
            <p>{text.With("sign.asked", Markup.Of($"{target.SignerName}"), names)}
            {(signer is { ActingAs.Length: > 0 } ? text.With("sign.actingAs", signer.ActingAs) : "")}</p>
            </div>
            """);
    }

    private Markup SigningInputs(SignerAction? refused)
    {
        SigningScript? entered = refused?.Script;
        IReadOnlyList<SigningMethod> methods = SigningRules.CommonMethods(_signatures);
        return Markup.Of($"""
            <div class="card signing" id="signing"{(refused is { Name: SignerAction.Sign } ? Markup.Raw(" data-placed") : Markup.Empty)}>
            {MethodInputs(methods, SigningMethod.Find(entered?.Method ?? ""))}
            {(methods.Contains(SigningMethod.Tan) ? CodeInputs(entered) : Markup.Empty)}
            {(methods.Contains(SigningMethod.Pen) ? _sheet.MarkInputs(DrawingOf(entered), entered?.TypedSignature, target.SignerName) : Markup.Empty)}
            </div>
            """);
    }

    private static string? DrawingOf(SigningScript? entered) => entered?.Drawing is { } drawing ? SignatureDrawingReader.Write(drawing) : null;

    private Markup MethodInputs(IReadOnlyList<SigningMethod> methods, SigningMethod? chosen) => Markup.Of($"""
        <fieldset class="choice methods">
        <legend>{text["method.title"]}</legend>
        {Markup.Join(methods.Select(method => MethodInput(method, isChosen: method == (chosen ?? methods[0]))))}
        </fieldset>
        """);

    private Markup MethodInput(SigningMethod method, bool isChosen)
    {
        string note = text[$"method.{method.Key}.note"];
        Markup ticked = isChosen ? Markup.Raw(" checked") : Markup.Empty;
        return Markup.Of($"""
            <label><input type="radio" name="{SignerActionReader.MethodName}" value="{method.Key}"{ticked}>
            <span>{text[$"method.{method.Key}"]}{(note.Length > 0 ? Markup.Of($" <small>{note}</small>") : Markup.Empty)}</span></label>
            """);
    }

    private Markup CodeInputs(SigningScript? entered) => Markup.Of($"""
        <div class="code" data-for-method="{SigningMethod.Tan.Key}">
        <label for="mobile">{text["code.mobile"]}</label>
        {MobileInput(entered)}
        <button class="secondary" id="send-code" name="{SignerActionReader.ActionName}" value="{SignerAction.SendCode}" formnovalidate>{text["code.send"]}</button>
        <p class="hint" id="code-sent" role="status"></p>
        <label for="code">{text["code.enter"]}</label>
        <input id="code" name="{SignerActionReader.CodeName}" inputmode="numeric" autocomplete="one-time-code" value="{entered?.Code}" aria-describedby="code-problem">
        <p class="problem" id="code-problem" hidden></p>
        </div>
        """);

    // The numbers that the fields allow, or any when they do not say.
    private Markup MobileInput(SigningScript? entered)
    {
        string[] allowed = [.. _signatures.SelectMany(field => field.MobileNumbers).Distinct()];
        string known = entered?.Mobile ?? _documents[0].Descriptor!.SignerOf(target.SignerId).Mobile;
        return allowed.Length > 0
            ? Markup.Of($"<select id=\"mobile\" name=\"{SignerActionReader.MobileName}\">{Markup.Join(allowed.Select(number => Markup.Of($"<option{(number == known ? Markup.Raw(" selected") : Markup.Empty)}>{number}</option>")))}</select>")
            : Markup.Of($"<input id=\"mobile\" name=\"{SignerActionReader.MobileName}\" inputmode=\"tel\" autocomplete=\"tel\" value=\"{known}\">");
    }

    private Markup RefusalInputs(SignerAction? refused) => Markup.Of($"""
        <details class="refuse"{(refused?.Name == SignerAction.Refuse ? Markup.Raw(" open") : Markup.Empty)}>
        <summary>{text["refuse.open"]}</summary>
        <div class="card">
        <label for="reason">{text["refuse.reason"]}</label>
        <textarea id="reason" name="{SignerActionReader.ReasonName}" rows="3" maxlength="{DocumentRefusing.MaxReasonLength}" aria-describedby="reason-problem">
        {refused?.Reason}</textarea>
        <p class="problem" id="reason-problem" hidden></p>
        <button class="danger" id="refuse" name="{SignerActionReader.ActionName}" value="{SignerAction.Refuse}" formnovalidate>{text["refuse.confirm"]}</button>
        </div>
        </details>
        """);
}
