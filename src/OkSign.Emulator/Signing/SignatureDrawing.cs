namespace OkSign.Emulator;

/// <summary>A signature as somebody has drawn it. It is scaled to the signature field, with its shape kept.</summary>
public sealed record SignatureDrawing
{
    /// <summary>The most points that a drawing may have, in all strokes together.</summary>
    public const int MaxPoints = 5_000;

    /// <summary>The largest width and height of the surface.</summary>
    public const double MaxSize = 10_000;

    /// <summary>The width of the surface that was drawn on, in any unit.</summary>
    public required double Width { get; init; }

    /// <summary>The height of the surface, in the same unit.</summary>
    public required double Height { get; init; }

    /// <summary>The lines, each from putting the pen down to lifting it. A single point is a dot.</summary>
    public required IReadOnlyList<IReadOnlyList<SignaturePoint>> Strokes { get; init; }
}
