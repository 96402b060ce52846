namespace OkSign.Emulator.Pages;

/// <summary>How a field looks on a signing page.</summary>
internal enum SheetFieldKind
{
    Signature,
    Text,
    TextArea,
    Select,
    Combo,
    Date,
    Checkbox,
    Radio,

    /// <summary>Nothing to fill in here: a note in its place.</summary>
    Note,
}
