namespace OkSign.Client;

/// <summary>What only the service knows of what a request refers to. Nothing is known before it was asked.</summary>
internal sealed record LookedUp
{
    public static LookedUp Nothing { get; } = new();

    /// <summary>The account's users; null when they were not asked for.</summary>
    public IReadOnlyList<AccountUser>? Users { get; init; }

    /// <summary>The account's e-mail templates; null when they were not asked for.</summary>
    public IReadOnlyList<EmailTemplate>? Templates { get; init; }

    /// <summary>The attachments that were uploaded for this request.</summary>
    public IReadOnlyList<EmailAttachmentId> Attachments { get; init; } = [];

    public AccountUser? UserByEmail(string? email)
        => Users?.FirstOrDefault(user => user.SignerId is not null && string.Equals(user.Email, email, StringComparison.OrdinalIgnoreCase));

    public EmailTemplate? TemplateByName(string? name)
        => Templates?.FirstOrDefault(template => string.Equals(template.Name, name, StringComparison.OrdinalIgnoreCase));
}
