namespace OkSign.Client.AspNetCore;

/// <summary>Settings of the endpoints that a service calls.</summary>
public abstract class CallbackOptions
{
    private readonly Lazy<IReadOnlyList<CallbackSecret>> _secrets;

    private protected CallbackOptions() => _secrets = new(() => [.. Secrets.Select(static secret => new CallbackSecret(secret))]);

    /// <summary>
    /// The secrets that a call may have, at least one: neither service signs its calls. The first is put into new addresses, the others stay valid until you take
    /// them away: to change one, put the new one in front, give the service the new addresses, and take the old one away when no document has it any more.
    /// Each is as <see cref="CallbackSecret"/> wants it: <c>CallbackSecret.New().Value</c> makes one.
    /// </summary>
    public IList<string> Secrets { get; } = [];

    /// <summary>
    /// Where this host is for the world, such as <c>https://portal.example/app</c>. Without it, addresses are made of the request in which they are asked for,
    /// and the host's name must then be one of the application's <c>AllowedHosts</c>: whoever asks could name another one, to which the secret would go.
    /// </summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>
    /// Whether the secret stands in the path of new addresses (<c>…/callback/SECRET</c>) instead of the query (<c>…/callback?secret=SECRET</c>), should the service
    /// not keep a query. Both forms are accepted.
    /// </summary>
    public bool SecretInPath { get; set; }

    /// <summary>How many calls with a wrong secret one caller may make in a minute before each gets HTTP 429: 20 unless set.</summary>
    public int WrongSecretsPerMinute { get; set; } = 20;

    /// <summary>
    /// How long the service is kept waiting for the outcome: 5 seconds unless set. Then it is told that the event is stored (HTTP 202), and the work goes on.
    /// </summary>
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromSeconds(5);

    internal IReadOnlyList<CallbackSecret> ParsedSecrets => _secrets.Value;

    internal IEnumerable<string> Problems()
    {
        if (Secrets.Count == 0)
        {
            yield return $"{nameof(Secrets)} is empty. The service does not sign its calls: without a secret anybody could make them.";
        }

        for (int index = 0; index < Secrets.Count; index++)
        {
            if (!IsSecret(Secrets[index]))
            {
                yield return $"{nameof(Secrets)}:{index} is none: 16 to 512 letters, digits, -, _, . and ~.";
            }
        }

        if (PublicAddress is not null && (!CallbackLinks.IsWebAddress(PublicAddress) || PublicAddress.Query.Length + PublicAddress.Fragment.Length > 0))
        {
            yield return $"{nameof(PublicAddress)} must be an absolute http or https address without a query.";
        }

        if (WrongSecretsPerMinute < 1)
        {
            yield return $"{nameof(WrongSecretsPerMinute)} must be at least 1.";
        }

        if (AnswerWithin < TimeSpan.Zero || AnswerWithin > Waits.Longest)
        {
            yield return $"{nameof(AnswerWithin)} must not be negative, and {Waits.Longest.Days} days at most.";
        }
    }

    private static bool IsSecret(string? text)
    {
        try
        {
            return text is not null && new CallbackSecret(text) is not null;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
