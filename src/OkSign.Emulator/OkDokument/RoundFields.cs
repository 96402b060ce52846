using System.Collections.Immutable;

namespace OkSign.Emulator.OkDokument;

/// <summary>What a round offers to its signer.</summary>
internal sealed record RoundFields
{
    /// <summary>The signature fields that may still be signed.</summary>
    public required IReadOnlyList<DokumentField> Signatures { get; init; }

    /// <summary>The other fields that may be filled in.</summary>
    public required IReadOnlyList<DokumentField> Inputs { get; init; }

    /// <summary>What all fields other than signatures hold before the signer does anything.</summary>
    public required ImmutableDictionary<string, string> Values { get; init; }

    /// <summary>Whether the signer may sign at any place.</summary>
    public required bool SignAnywhere { get; init; }

    public static RoundFields Of(StoredDokument document, RoundSettings settings)
    {
        // After the first round all but the signatures is frozen, whatever the request says of it.
        bool frozen = !document.Rounds.IsEmpty;
        Dictionary<string, FieldSetting> set = frozen ? [] : settings.FieldSettings
            .GroupBy(setting => setting.Name)
            .ToDictionary(group => group.Key, group => group.Last());
        DokumentField[] others = [.. document.Fields.Where(field => field.Kind != DokumentFieldKind.Signature)];
        return new RoundFields
        {
            Signatures = [.. document.Fields.Where(field => field.Kind == DokumentFieldKind.Signature
                && settings.Allows(field) && !document.IsSignedField(field.Name))],
            Inputs = frozen ? [] : [.. others.Where(field =>
                settings.Allows(field) && !field.IsReadOnly && set.GetValueOrDefault(field.Name) is not { ReadOnly: true })],
            Values = frozen ? document.Values : others.ToImmutableDictionary(field => field.Name, field => ValueOf(field, set)),
            SignAnywhere = settings.Rules.SignAnywhere ?? document.Fields.All(field => field.Kind != DokumentFieldKind.Signature),
        };
    }

    // A value that the field does not take leaves it as it is.
    private static string ValueOf(DokumentField field, Dictionary<string, FieldSetting> set)
        => set.GetValueOrDefault(field.Name)?.Value is { } value ? field.Normalize(value) ?? field.Value : field.Value;
}
