namespace OkSign.Emulator.OkDokument;

/// <summary>What a signature request says about its round.</summary>
internal sealed record RoundSettings
{
    /// <summary>The fields that the round may use, by kind. A kind that is not named, or names no field, is not limited.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> AllowedFields { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    public IReadOnlyList<FieldSetting> FieldSettings { get; init; } = [];

    /// <summary>The kinds whose compulsory fields may be left out.</summary>
    public IReadOnlyList<string> IgnoreRequired { get; init; } = [];

    public RoundRules Rules { get; init; } = RoundRules.None;

    public bool Allows(DokumentField field)
        => AllowedFields.GetValueOrDefault(field.Kind.WireName()) is not { Count: > 0 } names || names.Contains(field.Name);

    public bool Requires(DokumentField field) => field.IsCompulsory && !IgnoreRequired.Contains(field.Kind.WireName());
}
