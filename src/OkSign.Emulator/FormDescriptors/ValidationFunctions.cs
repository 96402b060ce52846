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
    public static string? ProblemOf(string? function, string value)
        => Is(function, Email) && !Addresses.IsEmail(value) ? "must be an e-mail address"
            : Is(function, Phone) && !Addresses.IsPhone(value) ? "must be a phone number"
            : Is(function, Iban) && !FormDescriptors.Iban.IsOne(value) ? "must be an IBAN"
            : null;

    private static bool Is(string? function, string known) => known.Equals(function, StringComparison.OrdinalIgnoreCase);
}
