using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Pages;

namespace OkSign.Emulator.OkDokument;

/// <summary>Tells what the signer of a round sees on the pages of the document.</summary>
/// <param name="text">The words.</param>
/// <param name="document">The document.</param>
/// <param name="settings">The round.</param>
/// <param name="refused">What the signer has entered before; null when the signer has just come.</param>
internal sealed class RoundSheet(PageText text, StoredDokument document, RoundSettings settings, ViewerAction? refused)
{
    private const string Unticked = "0";

    public IReadOnlyList<SheetField> Fields(RoundFields fields) =>
    [
        .. fields.Signatures.Select(Signature),
        .. fields.Inputs.Select(field => Input(field, fields.Values.GetValueOrDefault(field.Name, ""))),
        .. document.Fields.Except(fields.Signatures).Except(fields.Inputs).SelectMany(field => Shown(field, fields.Values.GetValueOrDefault(field.Name, ""))),
        .. fields.SignAnywhere && fields.Signatures.Count == 0 ? new[] { Anywhere() } : [],
    ];

    private SheetField Signature(DokumentField field) => new(SheetFieldKind.Signature, field.Name, field.Box)
    {
        FormName = ViewerActionReader.SignaturePrefix + field.Name,
        Required = settings.Requires(field),
        TickValues = (Unticked, DokumentField.Ticked),
        Value = refused?.Script.Signatures?.Contains(field.Name) != false ? DokumentField.Ticked : Unticked,
    };

    private SheetField Anywhere()
    {
        PageBox box = AnywherePlace.Of(document, refused?.Script.Place).Box;
        return new SheetField(SheetFieldKind.Signature, text["signature.title"], box) { Required = true, IsAnywhere = true };
    }

    private SheetField Input(DokumentField field, string value)
    {
        string entered = refused?.Script.Values.GetValueOrDefault(field.Name) ?? value;
        string? normal = field.Normalize(entered);
        FieldProblem? problem = normal is null ? field.Kind == DokumentFieldKind.Text ? FieldProblem.TooLong : FieldProblem.NoOption
            : normal.Length == 0 && settings.Requires(field) ? FieldProblem.Missing
            : null;
        return new SheetField(KindOf(field), field.Name, field.Box)
        {
            FormName = ViewerActionReader.FieldPrefix + field.Name,
            Required = settings.Requires(field),
            TickValues = (Unticked, DokumentField.Ticked),
            Value = normal ?? entered,
            Options = [.. field.Options.Select(option => new SheetOption(option.Value, option.Label, option.Box))],
            MaxLength = field.MaxLength,
            Problem = refused?.Name == ViewerAction.Submit ? problem : null,
        };
    }

    // What the round leaves alone. After the first round it is on the page already.
    private IEnumerable<SheetField> Shown(DokumentField field, string value)
    {
        if (!document.Rounds.IsEmpty)
        {
            return [];
        }

        return field.Kind switch
        {
            DokumentFieldKind.Signature => [new SheetField(SheetFieldKind.Note, field.Name, field.Box)],
            DokumentFieldKind.Radio => field.Options
                .Where(option => option.Value == value && option.Box is not null)
                .Select(option => new SheetField(SheetFieldKind.Note, "✓", option.Box!)),
            _ => [new SheetField(KindOf(field), field.Name, field.Box) { TickValues = (Unticked, DokumentField.Ticked), Value = value }],
        };
    }

    private static SheetFieldKind KindOf(DokumentField field) => field.Kind switch
    {
        DokumentFieldKind.Checkbox => SheetFieldKind.Checkbox,
        DokumentFieldKind.Radio => SheetFieldKind.Radio,
        DokumentFieldKind.ComboBox => field.IsEditable ? SheetFieldKind.Combo : SheetFieldKind.Select,
        _ => SheetFieldKind.Text,
    };
}
