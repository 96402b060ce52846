namespace OkSign.Client;

/// <summary>Mobile numbers as callers give them.</summary>
internal static class MobileNumber
{
    private const int MinDigits = 7;
    private const int MaxDigits = 15;

    /// <summary>
    /// Whether a text is a number in E.164 form: <c>+</c>, the country code and the number, 7 to 15 digits together and nothing between them,
    /// such as <c>+32470000001</c>.
    /// </summary>
    public static bool IsE164(string? text)
        => text is ['+', >= '1' and <= '9', ..]
            && text.Length - 1 is >= MinDigits and <= MaxDigits
            && text.Skip(1).All(static character => character is >= '0' and <= '9');
}
