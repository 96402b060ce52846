using System.Text;
using System.Text.Json;
using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.Signing;

/// <summary>
/// Reads a drawn signature: <c>{"width": 600, "height": 200, "strokes": [[x, y, x, y], [x, y]]}</c>, a stroke being its coordinates in turn.
/// </summary>
internal static class SignatureDrawingReader
{
    public const string DrawingName = "drawing";

    /// <summary>Of a script.</summary>
    public static SignatureDrawing? Read(JsonMembers script)
        => script.Object(DrawingName) is { } drawing ? ReadDrawing(drawing) : null;

    /// <summary>Of a form, where the drawing is a field with JSON in it.</summary>
    /// <exception cref="RefusedException">This is not the JSON of a drawing.</exception>
    public static SignatureDrawing? ReadText(string? json)
    {
        if (string.IsNullOrEmpty(json))
        {
            return null;
        }

        var problems = new Problems();
        SignatureDrawing? drawing = ReadDrawing(new JsonMembers(JsonBody.ParseObject(Encoding.UTF8.GetBytes(json)), $"{DrawingName}.", problems));
        problems.ThrowIfAny();
        return drawing;
    }

    /// <summary>The opposite, for a form that is shown again.</summary>
    public static string Write(SignatureDrawing drawing) => JsonSerializer.Serialize(new
    {
        width = drawing.Width,
        height = drawing.Height,
        strokes = drawing.Strokes.Select(stroke => stroke.SelectMany(point => new[] { point.X, point.Y })),
    });

    private static SignatureDrawing? ReadDrawing(JsonMembers drawing)
    {
        double? width = drawing.Number("width");
        double? height = drawing.Number("height");
        if (width is null || height is null || drawing.Member("strokes") is not { ValueKind: JsonValueKind.Array } strokes)
        {
            drawing.Problem("width, height and strokes are needed");
            return null;
        }

        var read = new List<IReadOnlyList<SignaturePoint>>();
        foreach (JsonElement stroke in strokes.EnumerateArray())
        {
            if (ReadStroke(stroke) is not { } points)
            {
                drawing.Problem("strokes must be arrays of numbers, x and y in turn");
                return null;
            }

            read.Add(points);
        }

        return new SignatureDrawing { Width = width.Value, Height = height.Value, Strokes = read };
    }

    private static SignaturePoint[]? ReadStroke(JsonElement stroke)
    {
        if (stroke.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        // NaN for what is no number, and infinite when it is too large for one: neither is a place.
        double[] numbers = [.. stroke.EnumerateArray().Select(number => number.ValueKind == JsonValueKind.Number ? number.GetDouble() : double.NaN)];
        return numbers.Length % 2 == 0 && numbers.All(double.IsFinite)
            ? [.. numbers.Chunk(2).Select(pair => new SignaturePoint(pair[0], pair[1]))]
            : null;
    }
}
