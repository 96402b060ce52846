using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace OkSign.Browser.Tests.SigningPage;

/// <summary>What is drawn on a page.</summary>
internal static class PagePaths
{
    /// <summary>How many curves are drawn within a box, given in points from the top left corner.</summary>
    public static int CurvesIn(Page page, double left, double top, double width, double height)
        => page.Paths
            .Where(path => path.GetBoundingRectangle() is { } box
                && box.Left >= left && box.Right <= left + width && box.Top <= page.Height - top && box.Bottom >= page.Height - top - height)
            .SelectMany(path => path)
            .SelectMany(part => part.Commands)
            .Count(command => command is PdfSubpath.CubicBezierCurve);
}
