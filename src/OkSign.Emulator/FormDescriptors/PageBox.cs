namespace OkSign.Emulator.FormDescriptors;

/// <summary>A box on a page, in points from the top left corner of the page as it is shown; the page number is zero-based.</summary>
internal sealed record PageBox(int Page, double X, double Y, double Width, double Height);
