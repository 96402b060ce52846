namespace OkSign.Emulator;

/// <summary>Where somebody signs who may sign anywhere, in points from the top left corner of the page as it is shown.</summary>
/// <param name="Page">The page; the first is 0.</param>
/// <param name="X">The left edge of the signature.</param>
/// <param name="Y">Its top edge.</param>
public readonly record struct SignaturePlace(int Page, double X, double Y);
