using System.Text.RegularExpressions;
using OkSign.Emulator.FormDescriptors;

namespace OkSign.Emulator.OkDokument;

/// <summary>A form field of a document, from its form or made of a tag.</summary>
internal sealed partial record DokumentField(string Name, DokumentFieldKind Kind, PageBox Box)
{
    /// <summary>The value of a ticked check box.</summary>
    public const string Ticked = "1";

    /// <summary>What the PDF itself says.</summary>
    public bool IsRequiredByPdf { get; init; }

    public bool IsReadOnly { get; init; }

    public string Value { get; init; } = "";

    /// <summary>The choices of a combo box or radio group.</summary>
    public IReadOnlyList<FieldOption> Options { get; init; } = [];

    /// <summary>Whether a combo box takes other values than its choices.</summary>
    public bool IsEditable { get; init; }

    public int? MaxLength { get; init; }

    /// <summary>Whether a round must fill it in: by the convention for names, or because the PDF says so.</summary>
    public bool IsCompulsory => IsRequiredByPdf || CompulsoryName().IsMatch($"{Kind}:{Name.TrimStart('_')}");

    /// <summary>The value in its one form; null when the field does not take it.</summary>
    public string? Normalize(string value) => Kind switch
    {
        DokumentFieldKind.Checkbox => value switch
        {
            Ticked or "true" => Ticked,
            "0" or "false" or "" => "",
            _ => null,
        },
        DokumentFieldKind.Text => value.Length <= (MaxLength ?? int.MaxValue) ? value : null,
        _ => value.Length == 0 || IsEditable || Options.Any(option => option.Value == value) ? value : null,
    };

    // The prefix is a word of its own: a text field "TCity" is not compulsory.
    [GeneratedRegex("^(Signature:SC|Signature:S(?=[1-5]_?$)|Text:TC|Checkbox:CR|Radio:RC|ComboBox:CBC)(?![A-Za-z])")]
    private static partial Regex CompulsoryName();
}
