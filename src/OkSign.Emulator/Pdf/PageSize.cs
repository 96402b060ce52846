namespace OkSign.Emulator.Pdf;

/// <summary>The size of a page as it is shown (cropped and rotated), in points.</summary>
internal sealed record PageSize(double Width, double Height);
