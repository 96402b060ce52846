using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OkSign.Client.Tests;

/// <summary>Reads and writes models with the settings of the client.</summary>
internal static class WireJson
{
    public static T Read<T>(string json, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(json, type)!;

    public static string Write<T>(T value, JsonTypeInfo<T> type) => Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(value, type));

    /// <summary>Asserts that two texts are the same JSON, whatever their spaces, escapes and member order.</summary>
    public static void AssertSame(string expected, string actual)
    {
        using var one = JsonDocument.Parse(expected);
        using var other = JsonDocument.Parse(actual);
        Assert.True(JsonElement.DeepEquals(one.RootElement, other.RootElement), $"Expected: {expected}\nActual:   {actual}");
    }

    /// <summary>Asserts that a text is read and written without loss.</summary>
    public static void AssertSurvives<T>(string json, JsonTypeInfo<T> type) => AssertSame(json, Write(Read(json, type), type));
}
