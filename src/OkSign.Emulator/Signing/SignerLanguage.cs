using OkSign.Emulator.Notifications;

namespace OkSign.Emulator.Signing;

/// <summary>The language of a signer, which only the messages to the signer tell.</summary>
internal static class SignerLanguage
{
    /// <summary>That of the first message which has one, about the briefcase before the documents; null when there is none.</summary>
    public static string? Of(LinkTarget target)
        => new[] { target.Bundle?.Notifications }
            .Concat(target.OfSigner.Select(document => document.Notifications))
            .OfType<NotificationPlan>()
            .SelectMany(plan => plan.Notifications)
            .Where(notification => notification.To.Contains(target.SignerId))
            .Select(notification => notification.Language)
            .FirstOrDefault(language => !string.IsNullOrEmpty(language));
}
