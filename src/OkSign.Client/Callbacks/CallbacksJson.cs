using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>How the JSON inside a query is read, generated at compile time: lists alone, as leniently as those inside a model.</summary>
[JsonSerializable(typeof(IReadOnlyList<CompletedField>))]
[JsonSerializable(typeof(IReadOnlyList<CreditsUsed>))]
internal sealed partial class CallbacksJson : JsonSerializerContext
{
    public static CallbacksJson Shared { get; } = new(CreateOptions());

    private static JsonSerializerOptions CreateOptions()
    {
        JsonSerializerOptions options = OkSignJson.CreateOptions();
        options.Converters.Add(new LenientListConverter<CompletedField>());
        options.Converters.Add(new LenientListConverter<CreditsUsed>());
        return options;
    }
}
