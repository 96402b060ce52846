namespace OkSign.Emulator.FormDescriptors;

/// <summary>What a field is, whatever the letter case of its <c>inputtype</c>.</summary>
internal enum FieldKind
{
    CanvasSig,
    Text,
    TextArea,
    Select,
    Date,
    Checkbox,
}
