using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OkSign.Client;

/// <summary>The serializer settings that all resources share; each resource has its own source-generated context over them.</summary>
internal static class OkSignJson
{
    /// <summary>Settings for one context. A context takes possession of its settings, so every context asks for its own.</summary>
    public static JsonSerializerOptions CreateOptions() => new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        PropertyNameCaseInsensitive = true,
        RespectNullableAnnotations = true,
        MaxDepth = 32,
        Converters =
        {
            new LenientStringConverter(),
            new LenientBooleanConverter(),
            new TimestampConverter(),
            new AddressConverter(),
            new NullWhenEmptyConverter<int>(),
            new NullWhenEmptyConverter<long>(),
            new NullWhenEmptyConverter<double>(),
            new NullWhenEmptyConverter<decimal>(),
            new NullWhenEmptyConverter<bool>(),
        },
    };

    public static JsonTypeInfo<T> TypeInfoOf<T>(this JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
