using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Signing;

namespace OkSign.Emulator.Pdf;

/// <summary>A signature on a field; with a reference (A, B, ...) it stands on the added pages.</summary>
internal sealed record ReferencedSignature(SigningEvent Signing, FormField Field, string? Reference);
