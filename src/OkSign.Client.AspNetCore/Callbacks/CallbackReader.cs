using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;

namespace OkSign.Client.AspNetCore;

/// <summary>Lets a call of OKSign in, and reads it.</summary>
internal sealed class CallbackReader(CallbackGuard<OkSignCallbackOptions> guard, EventIntake intake)
{
    private const string Endpoint = "callback";

    /// <param name="context">The call.</param>
    /// <param name="callback">What it says; it names a document.</param>
    /// <param name="refusal">The answer when it is not let in or cannot be read.</param>
    public bool TryRead(HttpContext context, [NotNullWhen(true)] out OkSignCallback? callback, [NotNullWhen(false)] out IResult? refusal)
    {
        callback = null;
        refusal = guard.Refusal(context, Endpoint);
        if (refusal is not null)
        {
            return false;
        }

        if (!OkSignCallback.TryParse(context.Request.QueryString.Value, out callback, out string? reason))
        {
            refusal = intake.Unreadable(Endpoint, reason);
            return false;
        }

        refusal = callback is { SourceDocumentId: null, SignedDocumentId: null } ? intake.Unreadable(Endpoint, EventIntake.NoDocument) : null;
        return refusal is null;
    }
}
