using OkSign.Emulator.Contacts;

namespace OkSign.Emulator.FormDescriptors;

/// <summary>
/// The validation functions that a field can name in <c>fnname</c>. Their names match in any letter case; one that is not known accepts
/// everything.
/// </summary>
internal static class ValidationFunctions
{
    private const string Email = "BT_CUSTOMERS.oksign.isValidEmail<blur>()";
    private const string Phone = "BT_CUSTOMERS.oksign.isValidPhone<blur>()";
    private const string Iban = "BT_CUSTOMERS.oksign.isValidIBAN<blur>()";

    /// <summary>What a function has against a value; null when nothing.</summary>
    public static FieldProblem? ProblemOf(string? function, string value) => CheckOf(function) switch
    {
        FieldProblem.NoEmail when !Addresses.IsEmail(value) => FieldProblem.NoEmail,
        FieldProblem.NoPhone when !Addresses.IsPhone(value) => FieldProblem.NoPhone,
        FieldProblem.NoIban when !FormDescriptors.Iban.IsOne(value) => FieldProblem.NoIban,
        _ => null,
    };

    /// <summary>What a function can have against a value; null for one that accepts everything.</summary>
    public static FieldProblem? CheckOf(string? function)
        => Is(function, Email) ? FieldProblem.NoEmail
            : Is(function, Phone) ? FieldProblem.NoPhone
            : Is(function, Iban) ? FieldProblem.NoIban
            : null;

    private static bool Is(string? function, string known) => known.Equals(function, StringComparison.OrdinalIgnoreCase);
}
