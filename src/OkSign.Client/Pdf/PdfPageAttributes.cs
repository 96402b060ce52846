namespace OkSign.Client;

/// <summary>What a page takes over from the nodes above it, unless it says otherwise.</summary>
internal sealed record PdfPageAttributes
{
    public PdfBox? MediaBox { get; init; }

    public PdfBox? CropBox { get; init; }

    /// <summary>In degrees, clockwise.</summary>
    public int Rotate { get; init; }

    /// <summary>The size of the page as people see it: what the crop leaves of the sheet, turned.</summary>
    public PageSize ToSize()
    {
        const int quarter = 90;
        PdfBox sheet = MediaBox ?? throw new PdfNotUnderstoodException("A page lacks its size.");
        PdfBox visible = CropBox?.Within(sheet) ?? sheet;
        if (!visible.HasArea || Rotate % quarter != 0)
        {
            throw new PdfNotUnderstoodException("The size or the rotation of a page is impossible.");
        }

        bool isTurned = Rotate / quarter % 2 != 0;
        return isTurned ? new PageSize(visible.Height, visible.Width) : new PageSize(visible.Width, visible.Height);
    }
}
