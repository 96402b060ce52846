namespace OkSign.Client;

/// <summary>A corner of a page.</summary>
public enum PageCorner
{
    /// <summary>Above, on the left.</summary>
    TopLeft,

    /// <summary>Above, on the right.</summary>
    TopRight,

    /// <summary>Below, on the left.</summary>
    BottomLeft,

    /// <summary>Below, on the right.</summary>
    BottomRight,
}
