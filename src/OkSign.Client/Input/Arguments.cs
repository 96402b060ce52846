namespace OkSign.Client;

/// <summary>Checks of arguments that several resources need.</summary>
internal static class Arguments
{
    /// <summary>The text of an id, which must be one: the default value of an id type is none.</summary>
    /// <exception cref="ArgumentException">The id is the default value of its type.</exception>
    public static void ThrowIfDefault(string idText, string parameterName)
    {
        if (idText.Length == 0)
        {
            throw new ArgumentException("The id is empty: the default value of its type.", parameterName);
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
