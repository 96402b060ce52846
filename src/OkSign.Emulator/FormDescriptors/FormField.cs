using OkSign.Emulator.Signing;

namespace OkSign.Emulator.FormDescriptors;

/// <summary>A field of a form descriptor.</summary>
internal sealed record FormField
{
    public required FieldKind Kind { get; init; }

    /// <summary>The <c>inputtype</c> as it was uploaded.</summary>
    public required string InputType { get; init; }

    public required string Name { get; init; }

    public required string SignerId { get; init; }

    public required PageBox Box { get; init; }

    public bool Required { get; init; }

    public bool ReadOnly { get; init; }

    /// <summary>The pre-filled value; for a checkbox <c>true</c> or <c>false</c>.</summary>
    public string? Value { get; init; }

    public IReadOnlyList<string> SelectOptions { get; init; } = [];

    public string? ValidationFunction { get; init; }

    /// <summary>How a signature field may be signed.</summary>
    public IReadOnlyList<SigningMethod> Methods { get; init; } = [];

    /// <summary>The mobile numbers to which <c>tan</c> is limited; empty for no limit.</summary>
    public IReadOnlyList<string> MobileNumbers { get; init; } = [];

    public bool IsSignature => Kind == FieldKind.CanvasSig;
}
