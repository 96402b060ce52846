using System.Text.Json;

namespace OkSign.Emulator.FormDescriptors;

/// <summary>Reads and checks one field of a form descriptor.</summary>
internal sealed class FieldReader(PlacementReader placements)
{
    /// <returns>The field, or null when it has problems.</returns>
    public FormField? Read(JsonMembers field)
    {
        string? inputType = field.RequiredText("inputtype");
        string? name = field.RequiredText("name");
        string? signerId = field.RequiredText("signerid");
        if (inputType is null || ReadKind(field, inputType) is not { } kind)
        {
            return null;
        }

        PageBox? box = placements.Read(field, kind);
        SigningOptions options = kind == FieldKind.CanvasSig ? SigningOptions.Read(field) : SigningOptions.None;
        IReadOnlyList<string> choices = ReadChoices(field, kind);
        string? value = ReadValue(field, kind, choices);
        bool required = field.Flag("required") ?? false;
        bool readOnly = field.Flag("readonly") ?? false;
        string? validationFunction = field.Text("fnname");
        return name is null || signerId is null || box is null ? null : new FormField
        {
            Kind = kind,
            InputType = inputType,
            Name = name,
            SignerId = signerId,
            Box = box,
            Required = required,
            ReadOnly = readOnly,
            Value = value,
            SelectOptions = choices,
            ValidationFunction = validationFunction,
            Methods = options.Methods,
            MobileNumbers = options.MobileNumbers,
        };
    }

    private static FieldKind? ReadKind(JsonMembers field, string inputType)
    {
        // Not Enum.TryParse: it would take "3" and "Text, Date".
        foreach (FieldKind kind in Enum.GetValues<FieldKind>())
        {
            if (inputType.Equals(kind.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        field.Problem($"inputtype \"{inputType}\" is not known");
        return null;
    }

    private static IReadOnlyList<string> ReadChoices(JsonMembers field, FieldKind kind)
    {
        IReadOnlyList<string> choices = field.Texts("selectoptions") ?? [];
        if (kind == FieldKind.Select && choices.Count == 0)
        {
            field.Problem("selectoptions must have at least one choice");
        }

        return choices;
    }

    private static string? ReadValue(JsonMembers field, FieldKind kind, IReadOnlyList<string> choices)
    {
        if (kind == FieldKind.Checkbox)
        {
            return field.Flag("checked") is { } ticked ? FieldValues.Format(ticked) : ReadCheckboxValue(field);
        }

        string? value = field.Text("value");
        if (kind == FieldKind.Select && value is { Length: > 0 } && !choices.Contains(value))
        {
            field.Problem($"value \"{value}\" is not one of the selectoptions");
        }

        if (value?.Length > FieldValues.MaxLength)
        {
            field.Problem($"value must be at most {FieldValues.MaxLength} characters");
        }

        return value;
    }

    private static string? ReadCheckboxValue(JsonMembers field)
    {
        if (field.Member("value") is { ValueKind: JsonValueKind.True or JsonValueKind.False } flag)
        {
            return FieldValues.Format(flag.GetBoolean());
        }

        string? value = field.Text("value");
        if (value is null or "")
        {
            return null;
        }

        if (FieldValues.TryParseCheckbox(value, out bool ticked))
        {
            return FieldValues.Format(ticked);
        }

        field.Problem("value of a checkbox must be true or false");
        return null;
    }
}
