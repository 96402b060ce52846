using System.Text.Json;

namespace OkSign.Client.OkDokument;

/// <summary>The older form of rules, one text: <c>Name-Value_Name-Value</c>, and just the name for a rule without a value.</summary>
internal static class LegacyRules
{
    private const string FinalRecipients = "emailFinal";

    private static readonly HashSet<string> Names =
        [.. RequestsJson.Shared.SigningRules.Properties.Where(static property => !property.IsExtensionData).Select(static property => property.Name)];

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
        (string Name, int Start)? open = null;
        int at = 0;
        foreach (string part in text.Split('_'))
        {
            int dash = part.IndexOf('-');
            string name = dash < 0 ? part : part.Substring(0, dash);
            string? known = KnownNameOf(name);
            if (known is not null || open is null)
            {
                Close(at - 1);
                name = known ?? name;
                if (dash < 0 && name.Length > 0)
                {
                    rules[name] = ValueOfFlag(name);
                }

                // What has no value cannot go on.
                open = dash > 0 ? (name, at + dash + 1) : null;
            }

            at += part.Length + 1;
        }

        Close(text.Length);
        return rules;

        void Close(int end)
        {
            if (open is { } rule)
            {
                rules[rule.Name] = text.Substring(rule.Start, end - rule.Start);
            }
        }
    }

    // The one rule whose absence of a value is a value.
    private static string ValueOfFlag(string name) => name == FinalRecipients ? "" : "true";

    private static string? KnownNameOf(string name) => OtherNames.TryGetValue(name, out string? other) ? other : Names.Contains(name) ? name : null;
}
