using System.Collections.Immutable;

namespace OkSign.Emulator.OkDokument;

/// <summary>Judges what a signer wants to submit.</summary>
internal static class RoundCompletion
{
    /// <summary>What all fields other than signatures hold in the end.</summary>
    /// <exception cref="EmulatedSigningException">A value is missing, not valid, or not the signer's to give.</exception>
    public static ImmutableDictionary<string, string> Values(
        RoundFields fields, RoundSettings settings, IReadOnlyDictionary<string, string> given)
    {
        ImmutableDictionary<string, string> values = fields.Values;
        foreach ((string name, string value) in given)
        {
            DokumentField field = fields.Inputs.FirstOrDefault(field => field.Name == name)
                ?? throw new EmulatedSigningException($"The round has no field \"{name}\" to fill in.");
            values = values.SetItem(name, field.Normalize(value)
                ?? throw new EmulatedSigningException($"Field \"{name}\" does not take the value \"{value}\"."));
        }

        return fields.Inputs.FirstOrDefault(field => settings.Requires(field) && values[field.Name].Length == 0) is { } missing
            ? throw new EmulatedSigningException($"Field \"{missing.Name}\" is compulsory and has no value.")
            : values;
    }

    /// <summary>The signature fields that are signed.</summary>
    /// <exception cref="EmulatedSigningException">A field is not one of the round, or a compulsory one is left out.</exception>
    public static IReadOnlyList<DokumentField> Signatures(RoundFields fields, RoundSettings settings, IReadOnlyList<string>? wanted)
    {
        if (wanted?.FirstOrDefault(name => fields.Signatures.All(field => field.Name != name)) is { } unknown)
        {
            throw new EmulatedSigningException($"The round has no field \"{unknown}\" to sign.");
        }

        DokumentField[] signed = [.. fields.Signatures.Where(field => wanted is null || wanted.Contains(field.Name))];
        return fields.Signatures.Except(signed).FirstOrDefault(settings.Requires) is { } missing
            ? throw new EmulatedSigningException($"Field \"{missing.Name}\" is compulsory and not signed.")
            : signed;
    }
}
