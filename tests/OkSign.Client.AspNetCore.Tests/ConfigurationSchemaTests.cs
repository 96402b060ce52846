using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using OkSign.Client.OkDokument;

namespace OkSign.Client.AspNetCore.Tests;

/// <summary>The schema by which editors complete and check the settings.</summary>
public sealed partial class ConfigurationSchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("src/OkSign.Client.AspNetCore/ConfigurationSchema.json"))).RootElement;

    public static TheoryData<string, Type, string[]> Sections => new()
    {
        // The key is told by a name of its own; callbacks are a section of their own.
        { "properties/OkSign", typeof(OkSignClientOptions), ["-Credentials", "Authorization", "Callbacks"] },
        { "properties/OkDokument", typeof(OkDokumentClientOptions), ["-Credentials", "ApiKey", "Callbacks"] },
        { "properties/OkSign/properties/Wire", typeof(WireProfile), [] },
        { "properties/OkDokument/properties/Wire", typeof(OkDokumentWireProfile), [] },
        { "definitions/Retry", typeof(OkSignRetryOptions), [] },
        { "definitions/WireForm", typeof(WireForm), [] },
        { "definitions/Callbacks", typeof(OkSignCallbackOptions), [] },
        { "definitions/Callbacks", typeof(OkDokumentCallbackOptions), [] },
    };

    [Theory]
    [MemberData(nameof(Sections))]
    public void Section_HasThePropertiesOfItsOptions(string section, Type options, string[] differences)
    {
        JsonElement described = section.Split('/').Aggregate(Schema, static (element, name) => element.GetProperty(name));
        IEnumerable<string> expected = options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(static property => property.Name)
            .Where(name => !differences.Contains($"-{name}"))
            .Concat(differences.Where(static difference => !difference.StartsWith('-')));

        Assert.Equal(expected.Order(StringComparer.Ordinal), described.GetProperty("properties").EnumerateObject().Select(static property => property.Name).Order(StringComparer.Ordinal));
        Assert.False(described.GetProperty("additionalProperties").GetBoolean());
    }

    [Theory]
    [InlineData("00:00:05", true)]
    [InlineData("1.00:00:00", true)]
    [InlineData("7", true)]
    [InlineData("5 seconds", false)]
    public void TimeSpan_IsWhatTheBinderReads(string text, bool isOne)
    {
        string pattern = Schema.GetProperty("definitions").GetProperty("TimeSpan").GetProperty("pattern").GetString()!;

        Assert.Equal(isOne, Regex.IsMatch(text, pattern));
        Assert.Equal(isOne, TimeSpan.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _));
    }

    [Fact]
    public void References_LeadSomewhere()
        => Assert.All(
            Reference().Matches(Schema.GetRawText()),
            static reference => Assert.True(Schema.GetProperty("definitions").TryGetProperty(reference.Groups[1].Value, out _)));

    [GeneratedRegex("#/definitions/(\\w+)")]
    private static partial Regex Reference();
}
