using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OkSign.Client;

/// <summary>What kind of row <c>Documents.active</c> shows. An open list: a number that is not named here is kept as it is.</summary>
/// <param name="Code">The service's number.</param>
[JsonConverter(typeof(Converter))]
public readonly record struct DocumentStatus(int Code)
{
    /// <summary>A document waiting for signatures (1).</summary>
    public static DocumentStatus Active { get; } = new(1);

    /// <summary>A briefcase (10).</summary>
    public static DocumentStatus Briefcase { get; } = new(10);

    /// <summary>A document inside a briefcase (11).</summary>
    public static DocumentStatus InBriefcase { get; } = new(11);

    /// <summary>A document that may be signed many times (12).</summary>
    public static DocumentStatus Reusable { get; } = new(12);

    /// <summary>A template (14).</summary>
    public static DocumentStatus Template { get; } = new(14);

    /// <summary>The service's number.</summary>
    public override string ToString() => Code.ToString(CultureInfo.InvariantCulture);

    internal sealed class Converter : JsonConverter<DocumentStatus>
    {
        public override DocumentStatus Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => int.TryParse(LenientStringConverter.ReadText(ref reader), NumberStyles.Integer, CultureInfo.InvariantCulture, out int code)
                ? new DocumentStatus(code)
                : throw new JsonException("A document status is a whole number.");

        public override void Write(Utf8JsonWriter writer, DocumentStatus value, JsonSerializerOptions options)
            => writer.WriteNumberValue(value.Code);
    }
}
