using System.Text.Json;

namespace OkSign.Client.OkDokument;

/// <summary>The older form of rules, one text: <c>Name-Value_Name-Value</c>, and just the name for a rule without a value.</summary>
internal static class LegacyRules
{
    private const string FinalRecipients = "emailFinal";

    private static readonly Dictionary<string, string> OtherNames = new() { ["signAnywhere"] = "signAnywhereEnabled", ["language"] = "lang" };

    /// <summary>The same rules as a JSON object of texts.</summary>
    public static byte[] ToJson(string text)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            foreach (KeyValuePair<string, string> rule in Read(text))
            {
                writer.WriteString(rule.Key, rule.Value);
            }

            writer.WriteEndObject();
        }

        return json.ToArray();
    }

    private static Dictionary<string, string> Read(string text)
    {
        Dictionary<string, string> rules = [];
        string? open = null;
        foreach (string part in text.Split('_'))
        {
            int dash = part.IndexOf('-');
            string name = dash < 0 ? part : part.Substring(0, dash);
            string? known = KnownNameOf(name);
            if (known is null && open is not null)
            {
                rules[open] += "_" + part;
            }
            else if (name.Length > 0)
            {
                name = known ?? name;
                rules[name] = dash < 0 ? ValueOfFlag(name) : part.Substring(dash + 1);

                // What has no value cannot go on.
                open = dash < 0 ? null : name;
            }
        }

        return rules;
    }

    // The one rule whose absence of a value is a value.
    private static string ValueOfFlag(string name) => name == FinalRecipients ? "" : "true";

    private static string? KnownNameOf(string name)
        => OtherNames.TryGetValue(name, out string? other)
            ? other
            : RequestsJson.Shared.SigningRules.Properties.Select(static property => property.Name).FirstOrDefault(known => known == name);
}
