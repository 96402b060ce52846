namespace OkSign.Client;

/// <summary>What a path after the base address must fulfil, so that a request cannot end up anywhere else.</summary>
internal static class WirePath
{
    /// <summary>The address of a path, with or without a query, at the service.</summary>
    public static Uri At(Uri baseAddress, string pathAndQuery) => new(baseAddress.AbsoluteUri.TrimEnd('/') + pathAndQuery);

    /// <summary>What is wrong with a path; null when nothing is.</summary>
    public static string? Problem(string path)
    {
        if (path.Length < 2 || path[0] != '/' || path[1] == '/')
        {
            return "a path begins with one slash and goes on after it, like /v1/users/retrieve";
        }

        if (path.Any(static character => character is <= ' ' or > '~' or '?' or '#' or '\\'))
        {
            return "a path has visible ASCII characters only, and neither a query nor a fragment nor a backslash";
        }

        return path.Split('/').Select(Uri.UnescapeDataString).Any(static segment => segment is "." or "..")
            ? "a path does not go up: no . or .. in it"
            : null;
    }

    /// <summary>The name in braces of a path; null when it has none.</summary>
    public static string? PlaceholderOf(string path)
    {
        int start = path.IndexOf('{');
        int end = start < 0 ? -1 : path.IndexOf('}', start);
        return end < 0 ? null : path.Substring(start, end - start + 1);
    }

    /// <summary>Whether a path has this name in braces, once, and no other braces.</summary>
    public static bool HasOnly(string path, string placeholder)
        => PlaceholderOf(path) == placeholder && path.Count(static character => character is '{' or '}') == 2;

    /// <summary>What stands in a path where its template has a name in braces, escaped as it is there.</summary>
    public static string ValueIn(string path, string template)
    {
        int start = template.IndexOf('{');
        int rest = template.Length - template.IndexOf('}') - 1;
        return path.Substring(start, path.Length - start - rest);
    }

    /// <summary>The path with a value in the place of its name in braces.</summary>
    public static string Fill(string template, string value) => template.Replace(PlaceholderOf(template)!, value);
}
