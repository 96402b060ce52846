using System.Text.RegularExpressions;

namespace OkSign.Client;

/// <summary>Turns a raw request into an address at the service, or says why it cannot be sent.</summary>
internal static class RawRequestRules
{
    private static readonly Regex Placeholder = new(@"\{([^{}/]*)\}", RegexOptions.CultureInvariant);

    /// <summary>Path and query after the base address.</summary>
    /// <exception cref="ArgumentException">The request cannot be sent.</exception>
    public static string AddressOf(RawRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        string path = Fill(request);
        if (WirePath.Problem(path) is { } problem)
        {
            throw Refuse(request, problem);
        }

        foreach (KeyValuePair<string, string> header in request.Headers)
        {
            CheckHeader(request, header.Key, header.Value);
        }

        string query = string.Join("&", request.Query.Select(static pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    public static bool IsOfBody(string headerName) => headerName.StartsWith("content-", StringComparison.OrdinalIgnoreCase);

    private static string Fill(RawRequest request)
    {
        HashSet<string> unused = [.. request.PathParameters.Keys];
        string path = Placeholder.Replace(request.Path, match =>
        {
            string name = match.Groups[1].Value;
            unused.Remove(name);
            return request.PathParameters.TryGetValue(name, out string? value) && value.Length > 0
                ? Uri.EscapeDataString(value)
                : throw Refuse(request, $"there is no value for {{{name}}}");
        });
        return unused.Count == 0 ? path : throw Refuse(request, $"the path has no place for {string.Join(", ", unused)}");
    }

    private static void CheckHeader(RawRequest request, string name, string value)
    {
        if (!HeaderText.IsToken(name))
        {
            throw Refuse(request, $"{name} is no name of a header");
        }

        if (WireHeaders.IsClientsOwn(name))
        {
            throw Refuse(request, $"the header {name} is the client's own");
        }

        if (value.Length > 0 && !HeaderText.IsValid(value))
        {
            throw Refuse(request, $"the header {name} may have visible ASCII characters and inner spaces only");
        }

        if (IsOfBody(name) && request.Body is null)
        {
            throw Refuse(request, $"the header {name} is about a body, and there is none");
        }
    }

    private static ArgumentException Refuse(RawRequest request, string why) => new($"{request}: {why}.", nameof(request));
}
