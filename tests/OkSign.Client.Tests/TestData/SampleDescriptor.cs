namespace OkSign.Client.Tests;

/// <summary>Form descriptors to start from: a valid one, of which a test changes what it is about.</summary>
internal static class SampleDescriptor
{
    public static readonly SignerId Anna = SignerId.Anonymous(1);

    public static readonly SignerId Bert = SignerId.Anonymous(2);

    public static readonly SignerId Stranger = SignerId.Anonymous(9);

    public static FormField Signature { get; } = new()
    {
        InputType = InputType.Signature,
        Name = "SIG_ANNA",
        SignerId = Anna,
        PageIndex = 0,
        X = 100,
        Y = 600,
        Width = 150,
        Height = 50,
        SigningOptions = SigningOptions.Allow(SigningMethod.Itsme),
    };

    public static FormField Marked { get; } = new()
    {
        InputType = InputType.Text,
        Name = "CITY",
        SignerId = Bert,
        Marker = "#CITY#",
    };

    public static FormDescriptor Valid { get; } = new()
    {
        Fields = [Signature, Marked],
        Signers = [new Signer { Id = Anna, Name = "Anna Example" }, new Signer { Id = Bert, Name = "Bert Example" }],
        Workflow = [new WorkflowStep { SignerId = Anna, Sequence = 1 }, new WorkflowStep { SignerId = Bert, Sequence = 2 }],
        Notifications = new NotificationSettings
        {
            Email = new EmailNotification { To = [Anna, Bert], Subject = "Please sign" },
            Sms = new SmsNotification { To = [Anna], Text = "Please sign" },
        },
    };

    /// <summary>The valid descriptor with its first field changed.</summary>
    public static FormDescriptor With(FormField field) => Valid with { Fields = [field, Marked] };
}
