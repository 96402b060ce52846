namespace OkSign.Client;

/// <summary>A field of a request that is being put together.</summary>
internal sealed record FieldDraft(InputType Type, string? Name, FieldPlace Place)
{
    public bool? IsRequired { get; init; }

    public bool? IsReadOnly { get; init; }

    public string? Value { get; init; }

    public bool? IsChecked { get; init; }

    public ValidationFunction? Validation { get; init; }

    public IReadOnlyList<string>? Choices { get; init; }

    public SigningOptions? SigningOptions { get; init; }

    /// <summary>How large such a field is unless its size is given, in points.</summary>
    public (Distance Width, Distance Height) UsualSize
        => Type == InputType.Signature ? (150, 50)
            : Type == InputType.CheckBox ? (12, 12)
            : Type == InputType.TextArea ? (200, 60)
            : (150, 20);
}
