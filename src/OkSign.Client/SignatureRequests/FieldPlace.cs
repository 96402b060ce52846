namespace OkSign.Client;

/// <summary>Where a field stands: at a position on a page, in a corner of it, or at a text that is the marker.</summary>
/// <remarks>
/// Positions are measured from the top left of the page, in points unless said otherwise (<see cref="Distance"/>). The service does not
/// document its unit and origin; this is what is observed.
/// </remarks>
public sealed class FieldPlace
{
    private readonly List<string> _ways = [];

    internal FieldPlace()
    {
    }

    internal PageNumber? OnPage { get; private set; }

    internal (Distance Horizontal, Distance Vertical)? Offset { get; private set; }

    internal (Distance Width, Distance Height)? BoxSize { get; private set; }

    internal PageCorner Origin { get; private set; }

    internal PageSize? PaperSize { get; private set; }

    internal string? MarkerText { get; private set; }

    /// <summary>The ways in which the place was given; there should be one.</summary>
    internal IReadOnlyList<string> Ways => _ways;

    /// <summary>On this page. People count from 1: <c>Page(1)</c> is the first.</summary>
    public FieldPlace Page(PageNumber page)
    {
        OnPage = page;
        return this;
    }

    /// <summary>The upper left corner of the field, from the top left of the page.</summary>
    /// <param name="fromLeft">From the page's left edge to the field's.</param>
    /// <param name="fromTop">From the page's <em>upper</em> edge to the field's.</param>
    public FieldPlace Position(Distance fromLeft, Distance fromTop)
    {
        _ways.Add("a position");
        Offset = (fromLeft, fromTop);
        Origin = PageCorner.TopLeft;
        return this;
    }

    /// <summary>
    /// In a corner of the page. The page's size is read from the PDF; where that is not possible, say it by <see cref="Paper"/>.
    /// </summary>
    /// <param name="corner">The corner.</param>
    /// <param name="fromSide">From the page's left or right edge to the nearest edge of the field.</param>
    /// <param name="fromEnd">From the page's upper or lower edge to the nearest edge of the field.</param>
    public FieldPlace Corner(PageCorner corner, Distance fromSide, Distance fromEnd)
    {
        _ways.Add("a corner");
        Offset = (fromSide, fromEnd);
        Origin = corner;
        return this;
    }

    /// <summary>The field's size; 150 by 50 points suits a signature and is what it gets unless set.</summary>
    public FieldPlace Size(Distance width, Distance height)
    {
        BoxSize = (width, height);
        return this;
    }

    /// <summary>The size of the page, for <see cref="Corner"/> in a document whose pages cannot be read (Word files, for one).</summary>
    public FieldPlace Paper(PageSize size)
    {
        PaperSize = size;
        return this;
    }

    /// <summary>At this text in the document, wherever it stands; it should occur nowhere else.</summary>
    public FieldPlace Marker(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _ways.Add("a marker");
        MarkerText = text;
        return this;
    }
}
