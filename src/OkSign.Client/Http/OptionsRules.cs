namespace OkSign.Client;

/// <summary>What settings must fulfil. Each problem begins with the setting's name, which is also its configuration key.</summary>
internal static class OptionsRules
{
    public static IReadOnlyList<string> Check(OkSignClientOptions options)
    {
        List<string> problems = [];
        if (options.Credentials is null)
        {
            problems.Add("Authorization: the credentials are missing.");
        }

        if (options.BaseAddress is not { IsAbsoluteUri: true } address)
        {
            problems.Add("BaseAddress: an absolute address is needed.");
        }
        else if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        {
            problems.Add("BaseAddress: https is needed, or http to this very machine; the credentials travel with every call.");
        }
        else if (address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
        {
            problems.Add("BaseAddress: only a scheme, a host, a port and a path.");
        }

        if (options.MaxDocumentSize <= 0)
        {
            problems.Add("MaxDocumentSize: more than zero bytes are needed.");
        }

        CheckTime(nameof(options.AttemptTimeout), options.AttemptTimeout, problems);
        CheckTime(nameof(options.IdleTimeout), options.IdleTimeout, problems);
        CheckTime("Retry:BaseDelay", options.Retry.BaseDelay, problems);
        CheckTime("Retry:MaxDelay", options.Retry.MaxDelay, problems);
        if (options.Retry.MaxRetries is < 0 or > 10)
        {
            problems.Add("Retry:MaxRetries: 0 to 10.");
        }

        return problems;
    }

    private static void CheckTime(string name, TimeSpan time, List<string> problems)
    {
        if (time <= TimeSpan.Zero || time > TimeSpan.FromDays(1))
        {
            problems.Add($"{name}: more than zero, at most a day.");
        }
    }
}
