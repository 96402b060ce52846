namespace OkSign.Emulator;

/// <summary>A point of a <see cref="SignatureDrawing"/>.</summary>
/// <param name="X">From the left edge of the surface.</param>
/// <param name="Y">From its top edge.</param>
public readonly record struct SignaturePoint(double X, double Y);
