namespace OkSign.Emulator.OkDokument;

/// <summary>A row of <c>fieldConfig</c>: what a field holds before anybody fills it in, and whether it stays so.</summary>
internal sealed record FieldSetting(string Name, string? Value, bool ReadOnly);
