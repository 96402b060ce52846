using System.Text.Json;

namespace OkSign.Client;

/// <summary>The service's answer around every result: <c>{ "status": "OK" | "FAILED", "reason": ... }</c>.</summary>
/// <remarks>
/// One pass finds where <c>reason</c> lies, so that it is deserialized straight from the buffer, without a document tree.
/// </remarks>
internal readonly struct Envelope
{
    /// <summary>
    /// More names, values and brackets than this are no answer: the longest list of documents that is read has as many. What becomes of them
    /// takes up to a thousand times the memory of their text.
    /// </summary>
    internal const int MaxTokens = 1_000_000;

    private const int MaxReasons = 1_000;

    private Envelope(ReadOnlyMemory<byte> reason, string? status)
    {
        Reason = reason;
        Status = status;
    }

    /// <summary>The JSON of <c>reason</c>, a part of the buffer that was parsed; empty when the member is missing.</summary>
    public ReadOnlyMemory<byte> Reason { get; }

    /// <summary>The text of <c>status</c>, or null when the answer has none.</summary>
    public string? Status { get; }

    public bool IsOk => string.Equals(Status, "OK", StringComparison.OrdinalIgnoreCase);

    public bool IsFailed => string.Equals(Status, "FAILED", StringComparison.OrdinalIgnoreCase);

    /// <summary>Nothing: the member is missing, or null, <c>""</c>, <c>[]</c> or <c>{}</c>.</summary>
    public bool HasEmptyReason => IsEmpty(Reason.Span);

    /// <summary>The result itself, where the service left the envelope away.</summary>
    public static Envelope Bare(ReadOnlyMemory<byte> json) => new(Utf8Text.Repair(WithoutByteOrderMark(json)), status: null);

    /// <summary>An answer that is as a whole the result.</summary>
    /// <exception cref="JsonException">The text is not JSON, or has more than <see cref="MaxTokens"/>.</exception>
    public static Envelope Whole(ReadOnlyMemory<byte> json)
    {
        Envelope envelope = Bare(json);
        var reader = new Utf8JsonReader(envelope.Reason.Span);
        int tokens = 0;
        reader.Read();
        SkipValue(ref reader, ref tokens);
        reader.Read();
        return envelope;
    }

    /// <summary>The same with another result.</summary>
    public Envelope With(ReadOnlyMemory<byte> reason) => new(reason, Status);

    /// <summary>Reads the envelope.</summary>
    /// <exception cref="JsonException">The text is not JSON, or not a JSON object, or has more than <see cref="MaxTokens"/>.</exception>
    public static Envelope Parse(ReadOnlyMemory<byte> json)
    {
        json = Utf8Text.Repair(WithoutByteOrderMark(json));
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("The answer is not a JSON object.");
        }

        ReadOnlyMemory<byte> reason = default;
        string? status = null;
        int tokens = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isStatus = IsNamed(ref reader, "status"u8);
            bool isReason = IsNamed(ref reader, "reason"u8);
            reader.Read();
            int start = (int)reader.TokenStartIndex;
            if (isStatus && reader.TokenType == JsonTokenType.String)
            {
                status = LenientStringConverter.ReadText(ref reader);
            }

            SkipValue(ref reader, ref tokens);
            if (isReason)
            {
                reason = json.Slice(start, (int)reader.BytesConsumed - start);
            }
        }

        // Whatever follows the object (a truncated or doubled answer) makes the next read fail.
        reader.Read();
        return new Envelope(reason, status);
    }

    /// <summary>The reasons of a <c>FAILED</c>: a string, an array of strings (the first thousand), an object's members, or nothing.</summary>
    public IReadOnlyList<string> Reasons()
    {
        List<string> reasons = [];
        if (!HasEmptyReason)
        {
            using var document = JsonDocument.Parse(Reason);
            Collect(document.RootElement, reasons);
        }

        return reasons;
    }

    private static void SkipValue(ref Utf8JsonReader reader, ref int tokens)
    {
        Count(ref tokens);
        int depth = reader.CurrentDepth;
        bool isOpen = reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
        while (isOpen)
        {
            reader.Read();
            Count(ref tokens);
            isOpen = reader.CurrentDepth > depth;
        }
    }

    private static void Count(ref int tokens)
    {
        if (++tokens > MaxTokens)
        {
            throw new JsonException($"The answer has more than {MaxTokens} values.");
        }
    }

    private static bool IsNamed(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        try
        {
            return reader.ValueTextEquals(name);
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate (\ud800) in some other member's name.
            return false;
        }
    }

    private static void Collect(JsonElement element, List<string> reasons)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray().TakeWhile(_ => reasons.Count < MaxReasons))
                {
                    Collect(item, reasons);
                }

                break;
            case JsonValueKind.String when TextOf(element) is { Length: > 0 } text:
                reasons.Add(text);
                break;
            case JsonValueKind.Null or JsonValueKind.String:
                break;
            default:
                reasons.Add(element.GetRawText());
                break;
        }
    }

    /// <summary>A string's text.</summary>
    internal static string TextOf(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate: show the JSON as it stands rather than fail on the way to report a failure.
            return element.GetRawText();
        }
    }

    private static bool IsEmpty(ReadOnlySpan<byte> reason)
    {
        if (reason.IsEmpty)
        {
            return true;
        }

        var reader = new Utf8JsonReader(reason);
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.Null => true,
            JsonTokenType.String => reader.ValueTextEquals(""u8),
            JsonTokenType.StartArray => reader.Read() && reader.TokenType == JsonTokenType.EndArray,
            JsonTokenType.StartObject => reader.Read() && reader.TokenType == JsonTokenType.EndObject,
            _ => false,
        };
    }

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> json)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        return json.Span.StartsWith(mark) ? json.Slice(mark.Length) : json;
    }
}
