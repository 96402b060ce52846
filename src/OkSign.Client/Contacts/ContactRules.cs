namespace OkSign.Client;

/// <summary>What can be seen to be wrong with contacts without asking the service.</summary>
internal static class ContactRules
{
    /// <exception cref="ArgumentException">Something is wrong.</exception>
    public static void ThrowIfBroken(IReadOnlyList<Contact> contacts, string parameterName)
        => ThrowIfBroken(contacts, Check, parameterName);

    /// <exception cref="ArgumentException">Something is wrong.</exception>
    public static void ThrowIfBroken(IReadOnlyList<ContactKey> contacts, string parameterName)
        => ThrowIfBroken(contacts, Check, parameterName);

    private static void ThrowIfBroken<T>(IReadOnlyList<T> contacts, Func<T, IEnumerable<string>> check, string parameterName)
        where T : class
        => Arguments.ThrowIfAny(
            contacts.Count == 0
                ? ["At least one contact is needed."]
                : contacts.SelectMany((contact, index) => (contact is null ? [": is null"] : check(contact)).Select(problem => $"[{index}]{problem}")),
            parameterName);

    private static IEnumerable<string> Check(Contact contact)
    {
        if (string.IsNullOrWhiteSpace(contact.Name))
        {
            yield return ".Name: a name is needed";
        }

        if (!EmailAddress.IsPlausible(contact.Email))
        {
            yield return ".Email: an e-mail address is needed";
        }

        if (contact.Mobile is { Length: > 0 } mobile && !MobileNumber.IsE164(mobile))
        {
            yield return ".Mobile: a number in E.164 form is needed, such as +32470000001";
        }
    }

    // Whatever the account has can be removed, be it a good address or not.
    private static IEnumerable<string> Check(ContactKey contact)
    {
        if (string.IsNullOrWhiteSpace(contact.Email))
        {
            yield return ".Email: an e-mail address is needed";
        }
    }
}
