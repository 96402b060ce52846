using OkSign.Emulator.FormDescriptors;

namespace OkSign.Emulator.OkDokument;

/// <summary>A signature at its place: on a field, or without a name somewhere else.</summary>
internal sealed record PlacedSignature(string? FieldName, PageBox Box);
