namespace OkSign.Client;

/// <summary>What settings must fulfil. Each problem begins with the setting's name, which is also its configuration key.</summary>
internal static class OptionsRules
{
    public static IReadOnlyList<string> Check(ServiceClientOptions options)
    {
        List<string> problems = [];
        if (options.GetKey() is null)
        {
            problems.Add($"{options.GetTraits().KeySetting}: the credentials are missing.");
        }

        if (options.BaseAddress is not { IsAbsoluteUri: true } address)
        {
            problems.Add("BaseAddress: an absolute address is needed.");
        }
        else if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        {
            problems.Add("BaseAddress: https is needed, or http to this very machine; the key travels with every call.");
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
        CheckTime("Retry:Budget", options.Retry.Budget, problems);
        if (options.Retry.MaxRetries is < 0 or > 10)
        {
            problems.Add("Retry:MaxRetries: 0 to 10.");
        }

        problems.AddRange(options.GetOwnProblems());
        problems.AddRange(options.GetForms().SelectMany(entry => CheckForm(options, entry.Key, entry.Value)));
        return problems;
    }

    private static IEnumerable<string> CheckForm(ServiceClientOptions options, string name, WireForm form)
    {
        string key = $"Wire:Operations:{name}";
        if (options.FindOperation(name) is not { } operation)
        {
            yield return $"{key}: there is no such operation.";
            yield break;
        }

        if (form.Method is { } method && !HeaderText.IsToken(method))
        {
            yield return $"{key}:Method: {method} is no HTTP method.";
        }

        foreach ((string setting, string? path) in new[] { ("Path", form.Path), ("FallbackPath", form.FallbackPath) })
        {
            if (path is not null && WirePath.Problem(path) is { } problem)
            {
                yield return $"{key}:{setting}: {problem}.";
            }
            else if (path is not null && operation.PathTemplate is { } template && !WirePath.HasOnly(path, WirePath.PlaceholderOf(template)!))
            {
                yield return $"{key}:{setting}: the path has {WirePath.PlaceholderOf(template)} in it, for the id, and no other braces.";
            }
        }

        if (form.FallbackPath is not null && operation.Class != OperationClass.Read)
        {
            yield return $"{key}:FallbackPath: only a read can be tried twice.";
        }

        foreach (string header in form.Headers.Values.Where(static header => !HeaderText.IsToken(header) || WireHeaders.IsClientsOwn(header)))
        {
            yield return $"{key}:Headers: {header} cannot be used.";
        }

        IEnumerable<string?> members = form.RequestMembers.Values.Concat(form.AnswerMembers.Values).Append(form.ListMember ?? "x");
        if (members.Any(string.IsNullOrEmpty))
        {
            yield return $"{key}: a member has a name.";
        }
    }

    private static void CheckTime(string name, TimeSpan time, List<string> problems)
    {
        if (time <= TimeSpan.Zero || time > TimeSpan.FromDays(1))
        {
            problems.Add($"{name}: more than zero, at most a day.");
        }
    }
}
