using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Http;
using UglyToad.PdfPig;
using UglyToad.PdfPig.AcroForms;
using UglyToad.PdfPig.AcroForms.Fields;
using UglyToad.PdfPig.Tokens;

namespace OkSign.Emulator.OkDokument;

/// <summary>
/// Reads the form of a PDF. Only what has a place on a page is a field; buttons to push and list boxes are none. Of several places of one
/// text field, check box or combo box, the first one counts.
/// </summary>
internal sealed class PdfForm
{
    private const string Off = "Off";

    private readonly PdfDocument _document;
    private readonly List<DokumentField> _fields = [];

    private PdfForm(PdfDocument document) => _document = document;

    /// <exception cref="RefusedException">The form is damaged.</exception>
    public static IReadOnlyList<DokumentField> FieldsOf(byte[] pdf)
    {
        try
        {
            using PdfDocument document = PdfDocument.Open(pdf);
            var form = new PdfForm(document);
            if (document.TryGetForm(out AcroForm? found))
            {
                form.AddAll(found.Fields, parentName: "");
            }

            return [.. form._fields.DistinctBy(field => field.Name)];
        }
        catch (Exception)
        {
            // The parser has no exception of its own for damage: it can be any, depending on where the damage is.
            throw new RefusedException("The form of the PDF is damaged");
        }
    }

    private void AddAll(IEnumerable<AcroFieldBase> fields, string parentName)
    {
        foreach (AcroFieldBase field in fields)
        {
            Add(field, FullName(parentName, field.Information.PartialName));
        }
    }

    private void Add(AcroFieldBase field, string name)
    {
        switch (field)
        {
            case AcroRadioButtonsField radio:
                AddRadio(radio, name);
                break;
            case AcroNonTerminalField group:
                AddAll(group.Children, name);
                break;
            case AcroSignatureField:
                AddPlaced(field, name, DokumentFieldKind.Signature);
                break;
            case AcroTextField text:
                AddPlaced(field, name, DokumentFieldKind.Text, read => read with { Value = text.Value ?? "", MaxLength = text.MaxLength });
                break;
            case AcroCheckboxField box:
                AddPlaced(field, name, DokumentFieldKind.Checkbox, read => read with { Value = box.IsChecked ? DokumentField.Ticked : "" });
                break;
            case AcroComboBoxField combo:
                AddPlaced(field, name, DokumentFieldKind.ComboBox, read => read with
                {
                    Value = combo.SelectedOptions is [{ } selected, ..] ? selected : "",
                    IsEditable = combo.Flags.HasFlag(AcroChoiceFieldFlags.Edit),
                    Options = [.. combo.Options.Select(option => new FieldOption(option.ExportValue ?? option.Name, option.Name))],
                });
                break;
        }
    }

    private void AddPlaced(AcroFieldBase field, string name, DokumentFieldKind kind, Func<DokumentField, DokumentField>? fill = null)
    {
        if (name.Length > 0 && BoxOf(field) is { } box)
        {
            var read = new DokumentField(name, kind, box) { IsRequiredByPdf = IsRequired(field), IsReadOnly = IsReadOnly(field) };
            _fields.Add(fill?.Invoke(read) ?? read);
        }
    }

    private void AddRadio(AcroRadioButtonsField radio, string name)
    {
        FieldOption[] options = [.. radio.Children.OfType<AcroRadioButtonField>().Select(OptionOf)];
        if (name.Length > 0 && options.FirstOrDefault(option => option.Box is not null) is { Box: { } box })
        {
            AcroRadioButtonField? selected = radio.Children.OfType<AcroRadioButtonField>().FirstOrDefault(button => button.IsSelected);
            _fields.Add(new DokumentField(name, DokumentFieldKind.Radio, box)
            {
                IsRequiredByPdf = IsRequired(radio),
                IsReadOnly = IsReadOnly(radio),
                Options = options,
                Value = selected is null ? "" : OnStateOf(selected) ?? "",
            });
        }
    }

    private FieldOption OptionOf(AcroRadioButtonField button, int index)
    {
        string value = OnStateOf(button) ?? FormattableString.Invariant($"{index + 1}");
        return new FieldOption(value, value, BoxOf(button));
    }

    // The states of a button are the names of its appearances, of which one is "Off".
    private string? OnStateOf(AcroFieldBase button)
        => Dictionary(button.Dictionary, "AP") is { } appearances && Dictionary(appearances, "N") is { } normal
            ? normal.Data.Keys.FirstOrDefault(state => state != Off)
            : null;

    private DictionaryToken? Dictionary(DictionaryToken parent, string name)
    {
        IToken? token = parent.Data.GetValueOrDefault(name);
        return (token is IndirectReferenceToken reference ? _document.Structure.GetObject(reference.Data).Data : token) as DictionaryToken;
    }

    private PageBox? BoxOf(AcroFieldBase field)
        => field is { PageNumber: { } page, Bounds: { } bounds } && page >= 1 && page <= _document.NumberOfPages
            ? PageGeometry.ShownBox(_document.GetPage(page), bounds)
            : null;

    private static bool IsReadOnly(AcroFieldBase field) => (field.FieldFlags & (uint)AcroTextFieldFlags.ReadOnly) != 0;

    private static bool IsRequired(AcroFieldBase field) => (field.FieldFlags & (uint)AcroTextFieldFlags.Required) != 0;

    private static string FullName(string parent, string? own)
        => string.IsNullOrEmpty(own) ? parent : parent.Length == 0 ? own : $"{parent}.{own}";
}
