namespace OkSign.Client;

/// <summary>E-mail addresses as callers give them.</summary>
internal static class EmailAddress
{
    private const int MaxLength = 254;

    /// <summary>
    /// Whether a text can be the address of a mailbox: one <c>@</c>, something before it, a domain with a dot after it. It refuses slips, such
    /// as a name or two addresses in one text; whether mail arrives only the service can find out.
    /// </summary>
    public static bool IsPlausible(string? text)
        => text is { Length: <= MaxLength }
            && text.All(IsUsable)
            && text.Split('@') is [{ Length: > 0 }, var domain]
            && domain.Split('.') is { Length: >= 2 } labels
            && labels.All(static label => label.Length > 0 && label[0] != '-' && label[label.Length - 1] != '-');

    // What only a quoted name could have, and what parts lists of addresses and names from addresses.
    private static bool IsUsable(char character)
        => !char.IsWhiteSpace(character) && !char.IsControl(character) && "\"(),:;<>[\\]".IndexOf(character) < 0;
}
