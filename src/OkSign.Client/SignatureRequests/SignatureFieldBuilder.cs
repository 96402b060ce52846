namespace OkSign.Client;

/// <summary>What else there is to say of a signature field.</summary>
public sealed class SignatureFieldBuilder
{
    internal SignatureFieldBuilder()
    {
    }

    internal string? FieldName { get; private set; }

    internal bool IsRequired { get; private set; } = true;

    internal SigningOptions? Options { get; private set; }

    /// <summary>The field's name; <c>SIG_FIELD_1</c>, <c>SIG_FIELD_2</c> and so on unless set.</summary>
    public SignatureFieldBuilder Name(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        FieldName = name;
        return this;
    }

    /// <summary>The signer may leave it empty.</summary>
    public SignatureFieldBuilder Optional()
    {
        IsRequired = false;
        return this;
    }

    /// <summary>Allows these ways to sign, as they are. Without any, the service decides.</summary>
    /// <exception cref="ArgumentException">There is none, or one without a key.</exception>
    public SignatureFieldBuilder Allow(params SigningMethod[] methods) => Allow(SigningOptions.Allow(methods));

    /// <summary>Allows the ways to sign that are set, with their settings: who signs is fixed, which mobile numbers get the code.</summary>
    public SignatureFieldBuilder Allow(SigningOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        return this;
    }
}
