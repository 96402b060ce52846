namespace OkSign.Client;

/// <summary>A rectangle on a page, in points from the page's own origin.</summary>
internal readonly record struct PdfBox(double Left, double Bottom, double Right, double Top)
{
    public double Width => Right - Left;

    public double Height => Top - Bottom;

    public bool HasArea => Width > 0 && Height > 0;

    /// <summary>The box between two opposite corners, which come in any order.</summary>
    public static PdfBox Between(double x1, double y1, double x2, double y2)
        => new(Math.Min(x1, x2), Math.Min(y1, y2), Math.Max(x1, x2), Math.Max(y1, y2));

    public PdfBox Within(PdfBox outer)
        => new(Math.Max(Left, outer.Left), Math.Max(Bottom, outer.Bottom), Math.Min(Right, outer.Right), Math.Min(Top, outer.Top));
}
