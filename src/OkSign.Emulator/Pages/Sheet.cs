using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Signing;

namespace OkSign.Emulator.Pages;

/// <summary>
/// The parts that the signing pages of both services have. Without scripts they are a plain form; <c>signing.js</c> shows the pages of the
/// PDF and moves the fields to their places.
/// </summary>
internal sealed class Sheet(PageText text)
{
    public const string Script = "signing.js";

    private int _fields;

    /// <summary>Tells what the server has refused.</summary>
    public Markup Alert(string? reason) => reason is null ? Markup.Empty : Markup.Of($"""
        <div class="alert" role="alert"><p>{text["action.failed"]} <span lang="en">{reason}</span></p></div>
        """);

    /// <summary>What the Enter key presses in a form: without it, whichever button comes first.</summary>
    public static Markup DefaultButton(string name, string value) => Markup.Of($"<button name=\"{name}\" value=\"{value}\" hidden tabindex=\"-1\"></button>");

    public Markup Documents(IReadOnlyList<SheetDocument> documents)
        => Markup.Join(documents.Select((document, index) => Document(document, index, isAlone: documents.Count == 1)));

    /// <summary>The ways to leave a mark: to draw it, with a script, or to type it.</summary>
    public Markup MarkInputs(string? drawing, string? typed, string signer) => Markup.Of($"""
        <div class="mark" data-for-method="pen">
        <input type="hidden" name="{SignatureDrawingReader.DrawingName}" id="drawing" value="{drawing}" data-max-points="{SignatureDrawing.MaxPoints}">
        <fieldset class="choice mark-kind" data-scripted hidden>
        <legend>{text["signature.howMark"]}</legend>
        <label><input type="radio" name="mark" value="draw" form="none" checked> {text["signature.draw"]}</label>
        <label><input type="radio" name="mark" value="type" form="none"> {text["signature.type"]}</label>
        </fieldset>
        <div class="draw" data-scripted hidden>
        <p id="surface-hint" class="hint">{text["signature.surface"]}</p>
        <canvas id="surface" role="img" aria-label="{text["signature.title"]}" aria-describedby="surface-hint surface-problem"></canvas>
        <p class="problem" id="surface-problem" role="alert" hidden></p>
        <button type="button" class="quiet" id="clear">{text["signature.clear"]}</button>
        </div>
        <div class="type">
        <label for="typed">{text["signature.typed"]}</label>
        <input id="typed" name="{SignerActionReader.TypedName}" value="{typed}" maxlength="{SignatureMark.MaxTypedLength}" autocomplete="name" data-suggestion="{signer}" aria-describedby="typed-problem">
        <p class="problem" id="typed-problem" hidden></p>
        </div>
        </div>
        """);

    /// <summary>The dialog into which a script moves what belongs to a signature. A fixed part of the form, so that it is sent with it.</summary>
    /// <param name="several">Whether there are several fields to sign.</param>
    public Markup Dialog(bool several) => Markup.Of($"""
        <dialog id="signature" aria-labelledby="signature-title">
        <div class="dialog-head">
        <h2 id="signature-title" tabindex="-1">{text["signature.title"]}</h2>
        <button type="button" class="quiet" data-close aria-label="{text["signature.close"]}">✕</button>
        </div>
        <div class="dialog-body"></div>
        {(several ? Markup.Of($"<p class=\"hint\">{text["signature.all"]}</p>") : Markup.Empty)}
        <div class="dialog-actions">
        <button type="button" class="primary" id="place">{text["signature.place"]}</button>
        </div>
        </dialog>
        """);

    /// <summary>Tells how far one is, beside the buttons.</summary>
    public Markup Progress => Markup.Of($"""
        <p class="visually-hidden" id="news" role="status"></p>
        <p class="progress" id="progress" role="status" data-scripted hidden></p>
        <button type="button" class="secondary" id="next" data-scripted hidden>{text["action.next"]}</button>
        """);

    private Markup Document(SheetDocument document, int index, bool isAlone)
    {
        string id = FormattableString.Invariant($"document-{index}");
        return Markup.Of($"""
            <section class="document" aria-labelledby="{id}" data-pdf="{document.Address}">
            <div class="document-head">
            <h2 id="{id}"{(isAlone ? Markup.Raw(" class=\"visually-hidden\"") : Markup.Empty)}>{document.Name}</h2>
            <p><button type="button" class="quiet zoom" hidden>{text["document.zoom"]}</button>
            <a href="{document.Address}" target="_blank" rel="noopener">{text["document.open"]}</a></p>
            </div>
            <noscript><p class="hint">{text["document.noScript"]}</p></noscript>
            <p class="loading" role="status" data-scripted hidden>{text["document.loading"]}</p>
            <div class="pages" data-label="{text.With("document.pages", document.Name)}" hidden></div>
            <div class="fields">
            {Markup.Join(document.Fields.Select(Field))}
            </div>
            </section>
            """);
    }

    private Markup Field(SheetField field)
    {
        string id = FormattableString.Invariant($"field-{_fields++}");
        if (field.Kind == SheetFieldKind.Radio)
        {
            return Markup.Join(field.Options.Select((option, index) => Placed(
                field, option.Box ?? field.Box, RadioButton(field, option, index == 0 ? id : FormattableString.Invariant($"{id}-{index}")), isFirst: index == 0)));
        }

        return Placed(field, field.Box, field.Kind switch
        {
            SheetFieldKind.Signature => SignatureButton(field, id),
            SheetFieldKind.Note => Note(field),
            _ when IsShownOnly(field) => Shown(field, id),
            SheetFieldKind.Checkbox => Checkbox(field, id),
            _ => Labelled(field, id, Input(field, id)),
        });
    }

    private static bool IsShownOnly(SheetField field)
        => field.FormName is null && field.Kind is not (SheetFieldKind.Signature or SheetFieldKind.Note);

    private static Markup Placed(SheetField field, PageBox box, Markup content, bool isFirst = true)
    {
        string kind = IsShownOnly(field) ? "read-only" : field.Kind.ToString().ToLowerInvariant();
        kind += field.IsAnywhere ? " anywhere" : "";
        Markup required = field.Required && isFirst ? Markup.Raw(" data-required") : Markup.Empty;
        Markup check = field.Check is { } found ? Markup.Of($" data-check=\"{KeyOf(found)}\"") : Markup.Empty;
        return Markup.Of($"""
            <div class="field {kind}" data-page="{box.Page}" data-x="{box.X}" data-y="{box.Y}" data-width="{box.Width}" data-height="{box.Height}"{required}{check}>
            {content}
            </div>
            """);
    }

    private Markup SignatureButton(SheetField field, string id) => Markup.Of($"""
        <p class="where">{OptionalSignature(field)}{field.Label}{RequiredNote(field)}</p>
        <button type="button" id="{id}" class="sign-here" aria-haspopup="dialog" aria-describedby="{id}-problem" data-name="{field.Label}" data-scripted hidden>
        <span class="sign-here-text">{text["signature.here"]}</span><span class="sign-here-name">{field.Label}</span>
        </button>
        <p class="problem" id="{id}-problem" hidden></p>
        """);

    // Where the signer may leave a signature out, the form tells which ones are given.
    private static Markup OptionalSignature(SheetField field)
        => field.FormName is { } name
            ? Markup.Of($"""<input type="checkbox" name="{name}" value="{field.TickValues.On}"{(field.IsTicked ? Markup.Raw(" checked") : Markup.Empty)} aria-label="{field.Label}"> """)
            : Markup.Empty;

    private static Markup Note(SheetField field)
        => field.Repeats is { } name ? Markup.Of($"<p>{field.Label}: <output data-repeats=\"{name}\">{field.Value}</output></p>") : Markup.Of($"<p>{field.Label}</p>");

    private static Markup Shown(SheetField field, string id)
    {
        Markup tick = Markup.Of($"<input type=\"checkbox\" id=\"{id}\" disabled{(field.IsTicked ? Markup.Raw(" checked") : Markup.Empty)}>");
        Markup value = field.Kind switch
        {
            SheetFieldKind.Checkbox => tick,
            SheetFieldKind.TextArea => Markup.Of($"<textarea id=\"{id}\" readonly>\n{field.Value}</textarea>"),
            _ => Markup.Of($"<input id=\"{id}\" value=\"{field.Value}\" readonly>"),
        };
        return Markup.Of($"<label for=\"{id}\">{field.Label}</label>{value}");
    }

    private Markup Labelled(SheetField field, string id, Markup input) => Markup.Of($"""
        <label for="{id}">{field.Label}{RequiredNote(field)}</label>
        {input}
        {ProblemOf(field, id)}
        """);

    private Markup Input(SheetField field, string id)
    {
        Markup attributes = Markup.Of($"id=\"{id}\" name=\"{field.FormName}\" aria-describedby=\"{id}-problem\"{Limits(field)}{Invalid(field)}");
        return field.Kind switch
        {
            SheetFieldKind.TextArea => Markup.Of($"<textarea {attributes}>\n{field.Value}</textarea>"),
            SheetFieldKind.Select => Markup.Of($"<select {attributes}><option value=\"\">{text["field.choose"]}</option>{Options(field)}</select>"),
            SheetFieldKind.Combo => Markup.Of($"<input {attributes} value=\"{field.Value}\" list=\"{id}-list\"><datalist id=\"{id}-list\">{Options(field)}</datalist>"),
            SheetFieldKind.Date => Markup.Of($"<input type=\"date\" {attributes} value=\"{field.Value}\">"),
            _ => Markup.Of($"<input {attributes} value=\"{field.Value}\"{InputMode(field)}>"),
        };
    }

    // A browser says nothing of a box that is not ticked; the hidden input says it then.
    private Markup Checkbox(SheetField field, string id)
    {
        Markup ticked = field.IsTicked ? Markup.Raw(" checked") : Markup.Empty;
        return Markup.Of($"""
            <input type="hidden" name="{field.FormName}" value="{field.TickValues.Off}">
            <input type="checkbox" id="{id}" name="{field.FormName}" value="{field.TickValues.On}" aria-describedby="{id}-problem"{Limits(field)}{Invalid(field)}{ticked}>
            <label for="{id}">{field.Label}{RequiredNote(field)}</label>
            {ProblemOf(field, id)}
            """);
    }

    private static Markup RadioButton(SheetField field, SheetOption option, string id)
    {
        Markup ticked = option.Value == field.Value ? Markup.Raw(" checked") : Markup.Empty;
        return Markup.Of($"""
            <input type="radio" id="{id}" name="{field.FormName}" value="{option.Value}" aria-describedby="{id}-problem"{Limits(field)}{ticked}>
            <label for="{id}"><span class="visually-hidden">{field.Label}: </span>{option.Label}</label>
            <p class="problem" id="{id}-problem" hidden></p>
            """);
    }

    private static Markup Options(SheetField field) => Markup.Join(field.Options.Select(option => Markup.Of(
        $"<option value=\"{option.Value}\"{(option.Value == field.Value ? Markup.Raw(" selected") : Markup.Empty)}>{option.Label}</option>")));

    private static Markup Limits(SheetField field)
    {
        Markup length = field.MaxLength is { } most ? Markup.Of($" maxlength=\"{most}\"") : Markup.Empty;
        return Markup.Of($"{(field.Required ? Markup.Raw(" required") : Markup.Empty)}{length}");
    }

    private static Markup InputMode(SheetField field) => field.Check switch
    {
        FieldProblem.NoEmail => Markup.Raw(" inputmode=\"email\" autocomplete=\"email\""),
        FieldProblem.NoPhone => Markup.Raw(" inputmode=\"tel\" autocomplete=\"tel\""),
        _ => Markup.Empty,
    };

    private static Markup Invalid(SheetField field) => field.Problem is null ? Markup.Empty : Markup.Raw(" aria-invalid=\"true\"");

    private Markup ProblemOf(SheetField field, string id)
        => field.Problem is { } problem
            ? Markup.Of($"<p class=\"problem\" id=\"{id}-problem\">{text[$"problem.{KeyOf(problem)}"]}</p>")
            : Markup.Of($"<p class=\"problem\" id=\"{id}-problem\" hidden></p>");

    private Markup RequiredNote(SheetField field)
        => field.Required ? Markup.Of($" <span class=\"required\">({text["field.required"]})</span>") : Markup.Empty;

    // NoEmail becomes noEmail, as in the texts.
    private static string KeyOf(FieldProblem problem) => char.ToLowerInvariant(problem.ToString()[0]) + problem.ToString()[1..];
}
