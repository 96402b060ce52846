namespace OkSign.Client;

/// <summary>What can be seen to be wrong with a key's settings without asking the service.</summary>
internal static class OrganizationalTokenRules
{
    /// <exception cref="ArgumentException">Something is wrong.</exception>
    public static void ThrowIfBroken(OrganizationalTokenSettings settings, string parameterName)
    {
        (string Name, Uri? Address)[] given =
        [
            (nameof(settings.CallbackUrl), settings.CallbackUrl),
            (nameof(settings.ReturnUrl), settings.ReturnUrl),
            (nameof(settings.WebhookUrl), settings.WebhookUrl),
        ];
        Arguments.ThrowIfAny(
            Array.TrueForAll(given, static setting => setting.Address is null)
                ? ["At least one address is needed."]
                : given
                    .Where(static setting => setting.Address is not null && !WebAddress.IsAbsolute(setting.Address))
                    .Select(static setting => $"{setting.Name}: an absolute address is needed, http or https"),
            parameterName);
    }
}
