using OkSign.Emulator.FormDescriptors;

namespace OkSign.Emulator.Pages;

/// <summary>A choice of a field; of radio buttons each has its own place.</summary>
internal sealed record SheetOption(string Value, string Label, PageBox? Box = null);
