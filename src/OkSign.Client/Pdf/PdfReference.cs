namespace OkSign.Client;

/// <summary>Names another object of the file, as <c>12 0 R</c> does.</summary>
internal readonly record struct PdfReference(int Number, int Generation);
