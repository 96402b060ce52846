namespace OkSign.Client;

/// <summary>One signer of a request: who it is, and what there is to sign and to fill in.</summary>
public sealed class SignerBuilder
{
    private readonly List<FieldDraft> _fields = [];

    internal SignerBuilder(string? name, string? email) => (Name, EmailAddress) = (name, email);

    internal string? Name { get; }

    internal string? EmailAddress { get; }

    internal string? MobileNumber { get; private set; }

    internal string? Capacity { get; private set; }

    internal Language? MessageLanguage { get; private set; }

    internal int? GroupNumber { get; private set; }

    internal bool IsNotified { get; private set; } = true;

    internal IReadOnlyList<FieldDraft> Fields => _fields;

    /// <summary>The mobile number in E.164 form: <c>+32470000001</c>.</summary>
    public SignerBuilder Mobile(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        MobileNumber = number;
        return this;
    }

    /// <summary>The capacity in which the person signs, such as <c>CEO</c>.</summary>
    public SignerBuilder ActingAs(string capacity)
    {
        ArgumentNullException.ThrowIfNull(capacity);
        Capacity = capacity;
        return this;
    }

    /// <summary>
    /// The language of the messages. The service sends one text to all, so it has to be the same for everybody who is notified.
    /// </summary>
    public SignerBuilder Language(Language language)
    {
        MessageLanguage = language;
        return this;
    }

    /// <summary>
    /// The place in the signing order: the lowest group signs first, and the next one when all of it have signed. Several signers may share
    /// a group. Either every signer has one or none.
    /// </summary>
    public SignerBuilder Group(int number)
    {
        GroupNumber = number;
        return this;
    }

    /// <summary>No message to this signer: you hand over the link yourself.</summary>
    public SignerBuilder WithoutNotification()
    {
        IsNotified = false;
        return this;
    }

    /// <summary>A box to sign in.</summary>
    /// <param name="at">Where it stands.</param>
    /// <param name="methods">The ways to sign that are allowed; without any, the service decides.</param>
    public SignerBuilder Signature(Action<FieldPlace> at, params SigningMethod[] methods)
    {
        ArgumentNullException.ThrowIfNull(methods);
        return Signature(at, field =>
        {
            if (methods.Length > 0)
            {
                field.Allow(methods);
            }
        });
    }

    /// <summary>A box to sign in, with a name of its own, or the long form of the ways to sign.</summary>
    /// <param name="at">Where it stands.</param>
    /// <param name="field">What else there is to say of it.</param>
    public SignerBuilder Signature(Action<FieldPlace> at, Action<SignatureFieldBuilder> field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var settings = new SignatureFieldBuilder();
        field(settings);
        _fields.Add(new FieldDraft(InputType.Signature, settings.FieldName, PlaceOf(at))
        {
            IsRequired = settings.IsRequired,
            SigningOptions = settings.Options,
        });
        return this;
    }

    /// <summary>A line of text to fill in.</summary>
    /// <param name="name">The field's name, unique in the request; what is entered comes back under it.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="field">What else there is to say of it.</param>
    public SignerBuilder TextField(string name, Action<FieldPlace> at, Action<FieldBuilder>? field = null) => Field(InputType.Text, name, at, field);

    /// <summary>Several lines of text to fill in.</summary>
    /// <inheritdoc cref="TextField"/>
    public SignerBuilder TextArea(string name, Action<FieldPlace> at, Action<FieldBuilder>? field = null) => Field(InputType.TextArea, name, at, field);

    /// <summary>A date to fill in.</summary>
    /// <inheritdoc cref="TextField"/>
    public SignerBuilder DateField(string name, Action<FieldPlace> at, Action<FieldBuilder>? field = null) => Field(InputType.Date, name, at, field);

    /// <summary>A box to tick.</summary>
    /// <inheritdoc cref="TextField"/>
    public SignerBuilder CheckBox(string name, Action<FieldPlace> at, Action<FieldBuilder>? field = null) => Field(InputType.CheckBox, name, at, field);

    /// <summary>A list to choose from.</summary>
    /// <param name="name">The field's name, unique in the request; what is chosen comes back under it.</param>
    /// <param name="choices">The choices, in their order.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="field">What else there is to say of it.</param>
    public SignerBuilder SelectField(string name, IEnumerable<string> choices, Action<FieldPlace> at, Action<FieldBuilder>? field = null)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return Add(InputType.Select, name, at, field, [.. choices]);
    }

    /// <summary>A field of a kind that this library has no method for.</summary>
    /// <param name="type">The service's kind.</param>
    /// <param name="name">The field's name, unique in the request.</param>
    /// <param name="at">Where it stands.</param>
    /// <param name="field">What else there is to say of it.</param>
    public SignerBuilder Field(InputType type, string name, Action<FieldPlace> at, Action<FieldBuilder>? field = null)
        => Add(type, name, at, field, choices: null);

    private static FieldPlace PlaceOf(Action<FieldPlace> at)
    {
        ArgumentNullException.ThrowIfNull(at);
        var place = new FieldPlace();
        at(place);
        return place;
    }

    private SignerBuilder Add(InputType type, string name, Action<FieldPlace> at, Action<FieldBuilder>? field, IReadOnlyList<string>? choices)
    {
        ArgumentNullException.ThrowIfNull(name);
        var settings = new FieldBuilder();
        field?.Invoke(settings);
        _fields.Add(new FieldDraft(type, name, PlaceOf(at))
        {
            IsRequired = settings.IsRequired,
            IsReadOnly = settings.IsReadOnly,
            Value = settings.FirstValue,
            IsChecked = settings.IsChecked,
            Validation = settings.Validation,
            Choices = choices,
        });
        return this;
    }
}
