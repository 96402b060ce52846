namespace OkSign.Client;

/// <summary>Checks of arguments that several resources need.</summary>
internal static class Arguments
{
    /// <summary>The text of an id, which must be one: the default value of an id type is none.</summary>
    /// <exception cref="ArgumentException">The id is the default value of its type.</exception>
    public static void ThrowIfDefault(string idText, string parameterName, string memberName = "The id")
    {
        if (idText.Length == 0)
        {
            throw new ArgumentException($"{memberName} is empty: the default value of its type.", parameterName);
        }
    }

    /// <summary>The texts of ids of which there must be at least one, and each once.</summary>
    /// <exception cref="ArgumentException">There is none, one is missing or a default value, or one is there twice.</exception>
    public static void ThrowIfNoneOrDoubled(IReadOnlyCollection<string?> idTexts, string parameterName, string memberName)
    {
        if (idTexts.Count == 0)
        {
            throw new ArgumentException($"{memberName} needs at least one.", parameterName);
        }

        if (idTexts.Any(string.IsNullOrEmpty))
        {
            throw new ArgumentException($"{memberName} has an id that is empty: the default value of its type.", parameterName);
        }

        if (idTexts.Distinct(StringComparer.Ordinal).Count() < idTexts.Count)
        {
            throw new ArgumentException($"{memberName} has an id twice.", parameterName);
        }
    }

    /// <summary>An optional number that counts something from 1 on.</summary>
    /// <exception cref="ArgumentException">The number is less than 1.</exception>
    public static void ThrowIfLessThanOne(int? number, string parameterName, string memberName)
    {
        if (number < 1)
        {
            throw new ArgumentException($"{memberName} is {number}, which is less than 1.", parameterName);
        }
    }

    /// <summary>An optional address that the service or a browser is to open.</summary>
    /// <exception cref="ArgumentException">The address is relative, or neither <c>http</c> nor <c>https</c>.</exception>
    public static void ThrowIfNoWebAddress(Uri? address, string parameterName, string memberName)
    {
        // The address itself may hold a secret and stays out of the message.
        if (address is not null && !WebAddress.IsAbsolute(address))
        {
            throw new ArgumentException($"{memberName} is not an absolute http or https address.", parameterName);
        }
    }

    /// <summary>Tells all that is wrong at once, a line each.</summary>
    /// <exception cref="ArgumentException">Something is wrong.</exception>
    public static void ThrowIfAny(IEnumerable<string> problems, string parameterName)
    {
        string message = string.Join(Environment.NewLine, problems);
        if (message.Length > 0)
        {
            throw new ArgumentException(message, parameterName);
        }
    }
}
