using System.Globalization;

namespace OkSign.Client;

/// <summary>A page as people count it: the first is 1. On the wire the first is 0, which is <see cref="Index"/>.</summary>
/// <remarks>A number converts to it by itself: <c>at.Page(1)</c> is the first page.</remarks>
public readonly record struct PageNumber
{
    private readonly int _index;

    /// <summary>The page that people call by this number.</summary>
    /// <param name="number">From 1 on.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
    public PageNumber(int number)
        => _index = number >= 1 ? number - 1 : throw new ArgumentOutOfRangeException(nameof(number), number, "Pages are counted from 1.");

    /// <summary>The first page.</summary>
    public static PageNumber First { get; } = new(1);

    /// <summary>The number as people count: the first page is 1.</summary>
    public int Number => _index + 1;

    /// <summary>The number as the wire counts, for <see cref="FormField.PageIndex"/>: the first page is 0.</summary>
    public int Index => _index;

    /// <summary>The page that people call by this number.</summary>
    public static implicit operator PageNumber(int number) => new(number);

    /// <summary>The page that has this place on the wire, where the first is 0.</summary>
    /// <param name="index">From 0 on.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is less than 0.</exception>
    public static PageNumber FromIndex(int index)
        => index is >= 0 and < int.MaxValue
            ? new PageNumber(index + 1)
            : throw new ArgumentOutOfRangeException(nameof(index), index, "On the wire, pages are counted from 0.");

    /// <summary>The number as people count.</summary>
    public override string ToString() => Number.ToString(CultureInfo.InvariantCulture);
}
