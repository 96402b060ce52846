using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Pages;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Signing;

/// <summary>Tells what a signer sees on the pages of documents: the own fields, and where others sign and fill in.</summary>
/// <param name="text">The words.</param>
/// <param name="signerId">Who looks.</param>
/// <param name="refused">What the signer has entered and the server has not accepted; null when the signer has just come.</param>
internal sealed class SheetReader(PageText text, string signerId, SignerAction? refused)
{
    // A field that several documents have is filled in once, for all of them.
    private readonly HashSet<string> _filledIn = new(StringComparer.Ordinal);

    public IReadOnlyList<SheetDocument> Documents(IEnumerable<StoredDocument> documents, string pdfPath)
        => [.. documents.Select(document => new SheetDocument(document.FileName, pdfPath + document.Id, [.. FieldsOf(document)]))];

    private IEnumerable<SheetField> FieldsOf(StoredDocument document)
    {
        SignedCopy? copy = document.CurrentCopy;
        foreach (FormField field in document.Descriptor!.Fields.Where(field => copy?.IsSignedBy(field.SignerId) != true))
        {
            yield return field.SignerId == signerId ? Own(field) : OfAnother(field, document.Descriptor.SignerOf(field.SignerId));
        }
    }

    private SheetField OfAnother(FormField field, Signer signer)
    {
        string label = field.IsSignature ? text.With("field.otherSigns", signer.DisplayName) : text.With("field.other", signer.DisplayName, field.Name);
        return new SheetField(SheetFieldKind.Note, label, field.Box);
    }

    private SheetField Own(FormField field)
    {
        if (field.IsSignature)
        {
            return new SheetField(SheetFieldKind.Signature, field.Name, field.Box) { Required = true };
        }

        string value = ValueOf(field);
        var shown = new SheetField(KindOf(field.Kind), field.Name, field.Box) { Value = value };
        if (field.ReadOnly)
        {
            return shown;
        }

        string formName = SignerActionReader.FieldPrefix + field.Name;
        if (!_filledIn.Add(field.Name))
        {
            return new SheetField(SheetFieldKind.Note, text.With("field.mirror", field.Name), field.Box) { Repeats = formName, Value = value };
        }

        return shown with
        {
            FormName = formName,
            Required = field.Required,
            Options = [.. field.SelectOptions.Select(option => new SheetOption(option, option))],
            MaxLength = field.Kind is FieldKind.Text or FieldKind.TextArea ? FieldValues.MaxLength : null,
            Check = field.Kind is FieldKind.Text or FieldKind.TextArea ? ValidationFunctions.CheckOf(field.ValidationFunction) : null,
            Problem = refused?.Name == SignerAction.Sign ? ProblemOf(field, value) : null,
        };
    }

    private string ValueOf(FormField field)
    {
        string value = (field.ReadOnly ? null : refused?.Script.Values.GetValueOrDefault(field.Name)) ?? field.Value ?? "";

        // The only form that a browser's date input takes.
        return field.Kind == FieldKind.Date ? FieldValues.IsoDate(value) ?? "" : value;
    }

    private static FieldProblem? ProblemOf(FormField field, string value)
        => FieldValues.KindOfProblem(field, value)
            ?? (field.Required && !FieldValues.IsCompleted(field, value) ? FieldProblem.Missing : null);

    private static SheetFieldKind KindOf(FieldKind kind) => kind switch
    {
        FieldKind.TextArea => SheetFieldKind.TextArea,
        FieldKind.Select => SheetFieldKind.Select,
        FieldKind.Date => SheetFieldKind.Date,
        FieldKind.Checkbox => SheetFieldKind.Checkbox,
        _ => SheetFieldKind.Text,
    };
}
