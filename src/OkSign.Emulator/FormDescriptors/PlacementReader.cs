using System.Globalization;
using OkSign.Emulator.Pdf;
using OkSign.Emulator.State;

namespace OkSign.Emulator.FormDescriptors;

/// <summary>Reads where a field is: at coordinates, or at a text of the document.</summary>
internal sealed class PlacementReader(StoredDocument document)
{
    private const double DefaultWidth = 150;
    private const double SignatureHeight = 50;
    private const double TextHeight = 20;

    // Clients calculate in other units and round.
    private const double Tolerance = 0.5;

    private static readonly string[] Coordinates = ["pagenbr", "posX", "posY", "width", "height"];

    private readonly Lazy<MarkerFinder> _markers = new(() => new MarkerFinder(document.Pdf));

    /// <returns>The place, or null when it has problems.</returns>
    public PageBox? Read(JsonMembers field, FieldKind kind)
    {
        double? width = ReadSize(field, "width");
        double? height = ReadSize(field, "height");
        return field.Text("marker") is { Length: > 0 } marker
            ? AtMarker(field, marker, width ?? DefaultWidth, height ?? (kind == FieldKind.CanvasSig ? SignatureHeight : TextHeight))
            : AtCoordinates(field, width, height);
    }

    private static double? ReadSize(JsonMembers field, string name)
    {
        double? size = field.Number(name);
        if (size is not <= 0)
        {
            return size;
        }

        field.Problem($"{name} must be more than 0");
        return null;
    }

    private PageBox? AtMarker(JsonMembers field, string marker, double width, double height)
    {
        if (_markers.Value.Find(marker) is not { } place)
        {
            field.Problem($"marker \"{marker}\" does not occur in the document");
            return null;
        }

        // A box at a marker near the edge is moved inside.
        PageSize page = document.Pages[place.Page];
        return new PageBox(
            place.Page,
            Math.Max(0, Math.Min(place.Left, page.Width - width)),
            Math.Max(0, Math.Min(place.Top, page.Height - height)),
            Math.Min(width, page.Width),
            Math.Min(height, page.Height));
    }

    private PageBox? AtCoordinates(JsonMembers field, double? width, double? height)
    {
        int? page = field.Integer("pagenbr");
        double? x = field.Number("posX");
        double? y = field.Number("posY");
        string[] missing = [.. Coordinates.Where(name => field.Member(name) is null)];
        if (missing.Length > 0)
        {
            field.Problem($"a place is needed, by marker or by coordinates; missing: {string.Join(", ", missing)}");
        }

        if (page is { } number && (number < 0 || number >= document.Pages.Count))
        {
            field.Problem($"pagenbr {number} is not a page; the first is 0 and the last {document.Pages.Count - 1}");
            return null;
        }

        return page is null || x is null || y is null || width is null || height is null
            ? null
            : Inside(field, new PageBox(page.Value, x.Value, y.Value, width.Value, height.Value));
    }

    private PageBox? Inside(JsonMembers field, PageBox box)
    {
        PageSize page = document.Pages[box.Page];
        if (box.X >= -Tolerance && box.Y >= -Tolerance
            && box.X + box.Width <= page.Width + Tolerance && box.Y + box.Height <= page.Height + Tolerance)
        {
            return box;
        }

        field.Problem(string.Create(
            CultureInfo.InvariantCulture,
            $"the box is not inside page {box.Page}, which is {page.Width:0.##} x {page.Height:0.##} points"));
        return null;
    }
}
