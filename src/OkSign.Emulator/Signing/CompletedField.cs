using OkSign.Emulator.FormDescriptors;

namespace OkSign.Emulator.Signing;

/// <summary>A field other than a signature, filled in.</summary>
internal sealed record CompletedField(FormField Field, string Value);
