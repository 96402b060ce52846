namespace OkSign.Emulator.Pages;

/// <summary>A document on a signing page.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Address">Where its PDF is.</param>
/// <param name="Fields">What is on its pages.</param>
internal sealed record SheetDocument(string Name, string Address, IReadOnlyList<SheetField> Fields);
