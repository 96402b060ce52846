using System.Text.Json;
using OkSign.Emulator.FormDescriptors;

namespace OkSign.Emulator.OkDokument;

/// <summary>Reads what a signature request says about its round.</summary>
internal static class RoundSettingsReader
{
    private const string AllowedFieldsName = "allowedFields";
    private const string BeforeSigningName = "fieldsBeforeSigning";
    private const char Separator = ';';

    private static readonly string[] BeforeSigning = ["flatten", "readOnly", "keep"];

    public static RoundSettings Read(JsonMembers request, Problems problems)
    {
        // Checked and no more: a file that the emulator has signed is always flattened.
        if (request.Text(BeforeSigningName) is { } before && !BeforeSigning.Contains(before))
        {
            request.Problem($"{BeforeSigningName} must be one of {string.Join(", ", BeforeSigning)}");
        }

        return new RoundSettings
        {
            AllowedFields = AllowedFields(request),
            FieldSettings = FieldSettings(request),
            IgnoreRequired = request.Texts("ignoreRequired") ?? [],
            Rules = RoundRulesReader.Read(request, problems),
        };
    }

    private static Dictionary<string, IReadOnlyList<string>> AllowedFields(JsonMembers request)
    {
        var allowed = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach ((string kind, JsonElement value) in request.Object(AllowedFieldsName)?.All() ?? [])
        {
            if (NamesOf(value) is { } names)
            {
                allowed[kind] = names;
            }
            else
            {
                request.Problem($"{AllowedFieldsName}.{kind} must be an array of strings or a string");
            }
        }

        return allowed;
    }

    private static string[]? NamesOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Split(Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        JsonValueKind.Array when value.EnumerateArray().All(name => name.ValueKind == JsonValueKind.String)
            => [.. value.EnumerateArray().Select(name => name.GetString()!)],
        _ => null,
    };

    private static FieldSetting[] FieldSettings(JsonMembers request)
        => [.. (request.Objects("fieldConfig") ?? []).Select(row =>
            new FieldSetting(row.RequiredText("name") ?? "", row.Text("value"), row.Flag("readOnly") ?? false))];
}
