using OkSign.Emulator.FormDescriptors;

namespace OkSign.Emulator.Signing;

/// <summary>Fills in a signer's fields by the rules of the form descriptor.</summary>
internal static class FieldCompletion
{
    /// <returns>The fields that have a value in the end.</returns>
    /// <exception cref="EmulatedSigningException">A value is missing, not valid, or not the signer's to give.</exception>
    public static IReadOnlyList<CompletedField> Complete(
        FormDescriptor descriptor, Signer signer, IReadOnlyDictionary<string, string> values)
    {
        FormField[] fields = [.. descriptor.FieldsOf(signer.Id).Where(field => !field.IsSignature)];
        if (values.Keys.FirstOrDefault(name => fields.All(field => field.Name != name)) is { } unknown)
        {
            throw new EmulatedSigningException($"{signer.DisplayName} has no field \"{unknown}\" to fill in.");
        }

        return [.. fields
            .Select(field => new CompletedField(field, ValueFor(field, values.GetValueOrDefault(field.Name))))
            .Where(completed => completed.Value.Length > 0)];
    }

    private static string ValueFor(FormField field, string? given)
    {
        string value = given ?? field.Value ?? "";
        if (FieldValues.ProblemOf(field, value) is { } problem)
        {
            throw new EmulatedSigningException($"The value of field \"{field.Name}\" {problem}.");
        }

        if (field.Kind == FieldKind.Checkbox && FieldValues.TryParseCheckbox(value, out bool ticked))
        {
            value = FieldValues.Format(ticked);
        }

        if (field.ReadOnly && given is not null && value != (field.Value ?? ""))
        {
            throw new EmulatedSigningException($"Field \"{field.Name}\" is read-only.");
        }

        return !field.Required || FieldValues.IsCompleted(field, value)
            ? value
            : throw new EmulatedSigningException($"Field \"{field.Name}\" is required and has no value.");
    }
}
