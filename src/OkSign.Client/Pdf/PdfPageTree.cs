using System.Collections;

namespace OkSign.Client;

/// <summary>Walks the page tree of a PDF and notes each page's size (ISO 32000-1, 7.7.3).</summary>
internal sealed class PdfPageTree
{
    private const int MaxDepth = 64;
    private const int MaxPages = PdfValue.MaxElements;

    private readonly PdfObjects _objects;
    private readonly BitArray _seen;
    private readonly List<PageSize> _pages = [];
    private int _announced;

    private PdfPageTree(PdfObjects objects)
    {
        _objects = objects;
        _seen = new BitArray(Math.Max(0, objects.Size));
    }

    /// <exception cref="PdfNotUnderstoodException">Some of it is missing, impossible or contradictory.</exception>
    public static async Task<IReadOnlyList<PageSize>> ReadAsync(PdfObjects objects, PdfReference root)
    {
        PdfDictionary catalog = await objects.LoadDictionaryAsync(root).ConfigureAwait(false);
        var tree = new PdfPageTree(objects);
        await tree.VisitAsync(catalog.RequireReference("Pages"), new PdfPageAttributes(), depth: 0).ConfigureAwait(false);
        return catalog.IsOfType("Catalog") && tree._pages.Count > 0
            ? tree._pages
            : throw new PdfNotUnderstoodException("The file has no catalog, or no pages.");
    }

    private async Task VisitAsync(PdfReference reference, PdfPageAttributes inherited, int depth)
    {
        PdfDictionary node = await LoadOnceAsync(reference).ConfigureAwait(false);
        PdfPageAttributes attributes = await OverrideAsync(inherited, node).ConfigureAwait(false);
        if (node.IsOfType("Pages") && depth < MaxDepth)
        {
            await VisitKidsAsync(node, attributes, depth).ConfigureAwait(false);
        }
        else if (node.IsOfType("Page") && depth > 0)
        {
            await AddPageAsync(node, attributes).ConfigureAwait(false);
        }
        else
        {
            throw new PdfNotUnderstoodException("Something in the page tree is neither a page nor a node, or is too deep.");
        }
    }

    private async Task<PdfDictionary> LoadOnceAsync(PdfReference reference)
    {
        if (reference.Number >= _seen.Length || _seen[reference.Number])
        {
            throw new PdfNotUnderstoodException("The page tree has something missing, or twice.");
        }

        _seen[reference.Number] = true;
        return await _objects.LoadDictionaryAsync(reference).ConfigureAwait(false);
    }

    private async Task VisitKidsAsync(PdfDictionary node, PdfPageAttributes attributes, int depth)
    {
        int before = _pages.Count;
        foreach (PdfReference kid in await ReadKidsAsync(node).ConfigureAwait(false))
        {
            await VisitAsync(kid, attributes, depth + 1).ConfigureAwait(false);
        }

        PdfValue? count = await _objects.ResolveAsync(node["Count"]).ConfigureAwait(false);
        if (count?.AsInteger() != _pages.Count - before)
        {
            throw new PdfNotUnderstoodException("The page tree has another number of pages than it says.");
        }
    }

    private async Task<PdfReference[]> ReadKidsAsync(PdfDictionary node)
    {
        PdfValue? array = await _objects.ResolveAsync(node["Kids"]).ConfigureAwait(false);
        if (array?.AsArray() is not List<PdfValue> kids)
        {
            throw new PdfNotUnderstoodException("A node of the page tree lacks its kids.");
        }

        // The nodes of one way down are in memory at the same time.
        _announced += kids.Count;
        return _announced <= 2 * MaxPages
            ? [.. kids.Select(static kid => kid.AsReference() ?? throw new PdfNotUnderstoodException("A kid is not a reference."))]
            : throw new PdfNotUnderstoodException("The page tree has too many nodes.");
    }

    private async Task AddPageAsync(PdfDictionary page, PdfPageAttributes attributes)
    {
        PdfValue? userUnit = await _objects.ResolveAsync(page["UserUnit"]).ConfigureAwait(false);
        if (userUnit is not null && userUnit.Value.AsNumber() != 1)
        {
            throw new PdfNotUnderstoodException("A page is measured in units of its own.");
        }

        _pages.Add(attributes.ToSize());
    }

    private async Task<PdfPageAttributes> OverrideAsync(PdfPageAttributes inherited, PdfDictionary node)
        => new()
        {
            MediaBox = await ReadBoxAsync(node["MediaBox"]).ConfigureAwait(false) ?? inherited.MediaBox,
            CropBox = await ReadBoxAsync(node["CropBox"]).ConfigureAwait(false) ?? inherited.CropBox,
            Rotate = await ReadRotateAsync(node["Rotate"]).ConfigureAwait(false) ?? inherited.Rotate,
        };

    private async Task<PdfBox?> ReadBoxAsync(PdfValue? value)
    {
        const int corners = 4;
        PdfValue? array = await _objects.ResolveAsync(value).ConfigureAwait(false);
        if (array is null)
        {
            return null;
        }

        if (array.Value.AsArray() is not { Count: corners } elements)
        {
            throw new PdfNotUnderstoodException("A box does not have four numbers.");
        }

        double[] numbers = new double[corners];
        for (int index = 0; index < corners; index++)
        {
            PdfValue? element = await _objects.ResolveAsync(elements[index]).ConfigureAwait(false);
            numbers[index] = element?.AsNumber() ?? throw new PdfNotUnderstoodException("A box does not have four numbers.");
        }

        return PdfBox.Between(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    private async Task<int?> ReadRotateAsync(PdfValue? value)
        => await _objects.ResolveAsync(value).ConfigureAwait(false) is PdfValue rotate
            ? rotate.AsInteger() ?? throw new PdfNotUnderstoodException("A rotation is not a whole number.")
            : null;
}
