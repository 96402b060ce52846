using System.Globalization;

namespace OkSign.Client;

/// <summary>A distance on a page. The wire has points, 72 to the inch; a number converts to points by itself.</summary>
/// <param name="InPoints">The distance in points.</param>
public readonly record struct Distance(double InPoints)
{
    private const double PointsPerInch = 72;
    private const double MillimetresPerInch = 25.4;

    /// <summary>A distance in points.</summary>
    public static implicit operator Distance(double points) => new(points);

    /// <summary>A distance in points, 72 to the inch.</summary>
    public static Distance Points(double points) => new(points);

    /// <summary>A distance in millimetres: 1 mm is 2.835 points.</summary>
    public static Distance Millimetres(double millimetres) => new(millimetres / MillimetresPerInch * PointsPerInch);

    /// <summary>A distance in centimetres: 1 cm is 28.35 points.</summary>
    public static Distance Centimetres(double centimetres) => Millimetres(centimetres * 10);

    /// <summary>A distance in inches.</summary>
    public static Distance Inches(double inches) => new(inches * PointsPerInch);

    /// <summary>The distance in points, with its unit.</summary>
    public override string ToString() => InPoints.ToString(CultureInfo.InvariantCulture) + " pt";
}
