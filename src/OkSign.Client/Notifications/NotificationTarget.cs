namespace OkSign.Client;

/// <summary>What a notification asks to sign: a document or a briefcase. The ids of both convert to it by themselves.</summary>
public readonly record struct NotificationTarget
{
    private readonly string? _value;

    /// <summary>An uploaded document.</summary>
    public NotificationTarget(SourceDocumentId id) => _value = id.Value;

    /// <summary>A briefcase.</summary>
    public NotificationTarget(BriefcaseToken token) => _value = token.Value;

    /// <summary>The id or token as the service writes it; empty for the default value of this type.</summary>
    public string Value => _value ?? "";

    /// <summary>The id or token as the service writes it.</summary>
    public override string ToString() => Value;

    /// <summary>An uploaded document is a target.</summary>
    public static implicit operator NotificationTarget(SourceDocumentId id) => new(id);

    /// <summary>A briefcase is a target.</summary>
    public static implicit operator NotificationTarget(BriefcaseToken token) => new(token);
}
