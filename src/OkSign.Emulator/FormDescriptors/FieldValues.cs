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
    public static string? ProblemOf(FormField field, string value) => KindOfProblem(field, value) switch
    {
        FieldProblem.TooLong => $"must be at most {MaxLength} characters",
        FieldProblem.NoCheckbox => "must be true or false",
        FieldProblem.NoOption => $"must be one of: {string.Join(", ", field.SelectOptions)}",
        FieldProblem.NoDate => "must be a date, such as 2025-03-31",
        FieldProblem.SeveralLines => "must be one line",
        FieldProblem.NoEmail => "must be an e-mail address",
        FieldProblem.NoPhone => "must be a phone number",
        FieldProblem.NoIban => "must be an IBAN",
        _ => null,
    };

    /// <summary>What kind of thing is wrong with a value, so that a page can tell it in its language.</summary>
    public static FieldProblem? KindOfProblem(FormField field, string value) => field.Kind switch
    {
        _ when value.Length == 0 => null,
        _ when value.Length > MaxLength => FieldProblem.TooLong,
        FieldKind.Checkbox when !TryParseCheckbox(value, out _) => FieldProblem.NoCheckbox,
        FieldKind.Select when !field.SelectOptions.Contains(value) => FieldProblem.NoOption,
        FieldKind.Date when !IsDate(value) => FieldProblem.NoDate,
        FieldKind.Text when value.AsSpan().ContainsAny('\r', '\n') => FieldProblem.SeveralLines,
        FieldKind.Text or FieldKind.TextArea => ValidationFunctions.ProblemOf(field.ValidationFunction, value),
        _ => null,
    };

    /// <summary>A date in its one form, as 2025-03-31; null when it is none.</summary>
    public static string? IsoDate(string? value)
        => DateOnly.TryParseExact(value, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;

    private static bool IsDate(string value) => IsoDate(value) is not null;
}
