using OkSign.Emulator.FormDescriptors;

namespace OkSign.Emulator.Pages;

/// <summary>A field on a signing page, of whichever service.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Box">Where it is.</param>
internal sealed record SheetField(SheetFieldKind Kind, string Label, PageBox Box)
{
    /// <summary>The name in the form; null for what is only shown.</summary>
    public string? FormName { get; init; }

    public string Value { get; init; } = "";

    /// <summary>The values of a check box that is not ticked, and of one that is.</summary>
    public (string Off, string On) TickValues { get; init; } = ("false", "true");

    public bool Required { get; init; }

    public IReadOnlyList<SheetOption> Options { get; init; } = [];

    public int? MaxLength { get; init; }

    /// <summary>What the value is checked for besides.</summary>
    public FieldProblem? Check { get; init; }

    /// <summary>What the server has against the value; null when nothing.</summary>
    public FieldProblem? Problem { get; init; }

    /// <summary>Of a note: the name of the field whose value it repeats.</summary>
    public string? Repeats { get; init; }

    /// <summary>Of a signature: whether the signer may move it.</summary>
    public bool IsAnywhere { get; init; }

    public bool IsTicked => Value == TickValues.On;
}
