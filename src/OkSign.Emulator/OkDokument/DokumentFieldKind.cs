namespace OkSign.Emulator.OkDokument;

/// <summary>The kinds of form fields.</summary>
internal enum DokumentFieldKind
{
    Signature,
    Text,
    Checkbox,
    Radio,
    ComboBox,
}

/// <summary>The names of the kinds in <c>allowedFields</c> and <c>ignoreRequired</c>.</summary>
internal static class DokumentFieldKinds
{
    public static string WireName(this DokumentFieldKind kind) => kind.ToString().ToUpperInvariant();
}
