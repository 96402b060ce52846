namespace OkSign.Client;

/// <summary>What else there is to say of a field to fill in.</summary>
public sealed class FieldBuilder
{
    internal FieldBuilder()
    {
    }

    internal bool? IsRequired { get; private set; }

    internal bool? IsReadOnly { get; private set; }

    internal string? FirstValue { get; private set; }

    internal bool? IsChecked { get; private set; }

    internal ValidationFunction? Validation { get; private set; }

    /// <summary>The signer must complete it.</summary>
    public FieldBuilder Required()
    {
        IsRequired = true;
        return this;
    }

    /// <summary>The signer sees it and cannot change it; give it a value.</summary>
    public FieldBuilder ReadOnly()
    {
        IsReadOnly = true;
        return this;
    }

    /// <summary>What it is filled with at first. In a select field, one of its choices.</summary>
    public FieldBuilder Value(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        FirstValue = value;
        return this;
    }

    /// <summary>A check box that begins ticked.</summary>
    public FieldBuilder Checked()
    {
        IsChecked = true;
        return this;
    }

    /// <summary>A rule for what may be entered, such as <see cref="ValidationFunction.Email"/>. Only text fields and text areas have one.</summary>
    public FieldBuilder Validate(ValidationFunction rule)
    {
        Validation = rule;
        return this;
    }
}
