namespace OkSign.Client;

/// <summary>Where a field stands, as the wire has it: page from zero, points from the top left; or a marker.</summary>
internal readonly record struct FieldBox(int? PageIndex, double? X, double? Y, double Width, double Height, string? Marker)
{
    // Sizes in PDFs are rounded here and there; a box that ends with the page is not outside.
    private const double Tolerance = 0.5;

    /// <param name="field">The field.</param>
    /// <param name="pages">The sizes of the document's pages, if they are known.</param>
    /// <param name="path">The field's path.</param>
    /// <param name="problems">Gets what is wrong; the box is not to be used then.</param>
    public static FieldBox Of(FieldDraft field, IReadOnlyList<PageSize>? pages, string path, ProblemList problems)
    {
        FieldPlace place = field.Place;
        (Distance width, Distance height) = place.BoxSize ?? field.UsualSize;
        problems.AddUnless(IsLength(width) && IsLength(height) && width.InPoints > 0 && height.InPoints > 0, $"{path}.Size", "a width and a height above zero are needed");
        if (place.Ways.Count != 1)
        {
            problems.Add(path, place.Ways.Count == 0
                ? "a place is needed: a position or a corner on a page, or a marker"
                : $"one place is enough: it has {string.Join(" and ", place.Ways)}");
            return default;
        }

        return place.MarkerText is { } marker
            ? AtMarker(place, marker, width, height, path, problems)
            : OnPage(place, width, height, pages, path, problems);
    }

    private static FieldBox AtMarker(FieldPlace place, string marker, Distance width, Distance height, string path, ProblemList problems)
    {
        problems.AddUnless(!string.IsNullOrWhiteSpace(marker), $"{path}.Marker", "a text is needed");
        problems.AddUnless(place.OnPage is null, $"{path}.Page", "a marker finds its page by itself");
        return new FieldBox(null, null, null, width.InPoints, height.InPoints, marker);
    }

    private static FieldBox OnPage(
        FieldPlace place,
        Distance width,
        Distance height,
        IReadOnlyList<PageSize>? pages,
        string path,
        ProblemList problems)
    {
        if (place.OnPage is not { } page)
        {
            problems.Add($"{path}.Page", "a page is needed");
            return default;
        }

        if (pages is not null && page.Index >= pages.Count)
        {
            problems.Add($"{path}.Page", $"there is no page {page.Number}: the document has {Count(pages.Count)}");
            return default;
        }

        (Distance horizontal, Distance vertical) = place.Offset!.Value;
        if (!IsLength(horizontal) || !IsLength(vertical))
        {
            problems.Add($"{path}.Position", "distances from the page's edges, zero or more, are needed");
            return default;
        }

        PageSize? size = place.PaperSize ?? pages?[page.Index];
        if (size is null && place.Origin != PageCorner.TopLeft)
        {
            problems.Add($"{path}.Paper", "the page's size cannot be read from the document: say it by Paper");
            return default;
        }

        var box = new FieldBox(
            page.Index,
            IsRight(place.Origin) ? size!.Value.Width - horizontal.InPoints - width.InPoints : horizontal.InPoints,
            IsBottom(place.Origin) ? size!.Value.Height - vertical.InPoints - height.InPoints : vertical.InPoints,
            width.InPoints,
            height.InPoints,
            Marker: null);
        problems.AddUnless(size is not { } known || box.IsWithin(known), $"{path}.Position", $"the field does not fit on page {page.Number}{SizeOf(size)}");
        return box;
    }

    private static string Count(int pages) => pages == 1 ? "1 page" : $"{pages} pages";

    private static string SizeOf(PageSize? size) => size is { } known ? FormattableString.Invariant($", {known.Width:0.#} x {known.Height:0.#} points") : "";

    private static bool IsLength(Distance distance) => distance.InPoints is >= 0 and <= 100_000;

    private static bool IsRight(PageCorner corner) => corner is PageCorner.TopRight or PageCorner.BottomRight;

    private static bool IsBottom(PageCorner corner) => corner is PageCorner.BottomLeft or PageCorner.BottomRight;

    private bool IsWithin(PageSize page)
        => X >= -Tolerance && Y >= -Tolerance && X + Width <= page.Width + Tolerance && Y + Height <= page.Height + Tolerance;
}
