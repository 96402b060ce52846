namespace OkSign.Client;

/// <summary>
/// The PDF is damaged, or uses what <see cref="PdfPages"/> does not know. It never leaves that class: whoever asked for the pages learns
/// that they are unknown.
/// </summary>
internal sealed class PdfNotUnderstoodException(string message) : Exception(message);
