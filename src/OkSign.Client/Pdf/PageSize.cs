using System.Globalization;

namespace OkSign.Client;

/// <summary>How large a page is, as people see it, in points. A point is 1/72 inch, about 0.353 mm.</summary>
/// <param name="Width">The width in points.</param>
/// <param name="Height">The height in points.</param>
public readonly record struct PageSize(double Width, double Height)
{
    /// <summary>A3, upright: 297 × 420 mm.</summary>
    public static PageSize A3 { get; } = new(841.89, 1190.55);

    /// <summary>A4, upright: 210 × 297 mm.</summary>
    public static PageSize A4 { get; } = new(595.28, 841.89);

    /// <summary>A5, upright: 148 × 210 mm.</summary>
    public static PageSize A5 { get; } = new(419.53, 595.28);

    /// <summary>US Letter, upright: 8.5 × 11 inches.</summary>
    public static PageSize Letter { get; } = new(612, 792);

    /// <summary>US Legal, upright: 8.5 × 14 inches.</summary>
    public static PageSize Legal { get; } = new(612, 1008);

    /// <summary>The same sheet lying on its long side, whichever way it lies now.</summary>
    public PageSize Landscape => new(Math.Max(Width, Height), Math.Min(Width, Height));

    /// <summary>Width and height in points, such as <c>595.28 x 841.89</c>.</summary>
    /// <remarks>The one that a record has by itself would never end: a landscape has a landscape.</remarks>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} x {1}", Width, Height);
}
