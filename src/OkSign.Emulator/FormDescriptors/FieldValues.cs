using System.Globalization;

namespace OkSign.Emulator.FormDescriptors;

/// <summary>What may be filled in a field.</summary>
internal static class FieldValues
{
    // The service's limit is not known; this one keeps the signed copy readable.
    public const int MaxLength = 10_000;

    private static readonly string[] DateFormats = ["yyyy-MM-dd", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy"];

    public static string Format(bool ticked) => ticked ? "true" : "false";

    public static bool TryParseCheckbox(string value, out bool ticked)
    {
        ticked = value.ToUpperInvariant() is "TRUE" or "ON" or "YES" or "1";
        return ticked || value.ToUpperInvariant() is "FALSE" or "OFF" or "NO" or "0" or "";
    }

    public static bool IsCompleted(FormField field, string? value)
        => field.Kind == FieldKind.Checkbox ? value == Format(true) : !string.IsNullOrWhiteSpace(value);

    /// <summary>What is wrong with a value; null when nothing is.</summary>
    public static string? ProblemOf(FormField field, string value) => field.Kind switch
    {
        _ when value.Length == 0 => null,
        _ when value.Length > MaxLength => $"must be at most {MaxLength} characters",
        FieldKind.Checkbox when !TryParseCheckbox(value, out _) => "must be true or false",
        FieldKind.Select when !field.SelectOptions.Contains(value) => $"must be one of: {string.Join(", ", field.SelectOptions)}",
        FieldKind.Date when !IsDate(value) => "must be a date, such as 2025-03-31",
        FieldKind.Text when value.AsSpan().ContainsAny('\r', '\n') => "must be one line",
        FieldKind.Text or FieldKind.TextArea => ValidationFunctions.ProblemOf(field.ValidationFunction, value),
        _ => null,
    };

    private static bool IsDate(string value)
        => DateOnly.TryParseExact(value, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
