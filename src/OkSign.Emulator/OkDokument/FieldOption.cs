using OkSign.Emulator.FormDescriptors;

namespace OkSign.Emulator.OkDokument;

/// <summary>A choice of a combo box, or a button of a radio group with its own place.</summary>
internal sealed record FieldOption(string Value, string Label, PageBox? Box = null);
