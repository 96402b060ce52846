using System.Text.Json;

namespace OkSign.Client.OkDokument;

/// <summary>The older form of rules, one text: <c>Name-Value_Name-Value</c>, and just the name for a rule without a value.</summary>
internal static class LegacyRules
{
    private const string FinalRecipients = "emailFinal";

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
        string? last = null;
        foreach (string part in text.Split('_'))
        {
            int dash = part.IndexOf('-');
            string name = dash < 0 ? part : part.Substring(0, dash);
            if (KnownNameOf(name) is { } known)
            {
                last = known;
                rules[known] = dash < 0 ? ValueOfFlag(known) : part.Substring(dash + 1);
            }
            else if (last is not null)
            {
                rules[last] += "_" + part;
            }
            else if (name.Length > 0)
            {
                last = name;
                rules[name] = dash < 0 ? ValueOfFlag(name) : part.Substring(dash + 1);
            }
        }

        return rules;
    }

    // The one rule whose absence of a value is a value.
    private static string ValueOfFlag(string name) => name == FinalRecipients ? "" : "true";

    private static string? KnownNameOf(string name)
        => name == "signAnywhere"
            ? "signAnywhereEnabled"
            : RequestsJson.Shared.SigningRules.Properties.Select(static property => property.Name).FirstOrDefault(known => known == name);
}
