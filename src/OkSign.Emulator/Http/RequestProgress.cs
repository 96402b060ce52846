using Microsoft.AspNetCore.Http;

namespace OkSign.Emulator.Http;

/// <summary>What the log must know about a request and the request itself does not tell.</summary>
internal sealed class RequestProgress
{
    /// <summary>The fault that the request meets.</summary>
    public EmulatorFault? Fault { get; set; }

    /// <summary>Whether the operation has been run to an answer.</summary>
    public bool CarriedOut { get; set; }

    /// <summary>Whether the connection has been given up: what the server still calls an answer is none.</summary>
    public bool Ended { get; set; }

    /// <summary>Where the log has the request; null while it has not.</summary>
    public LoggedRequest? Logged { get; set; }
}

/// <summary>Gives a request its progress.</summary>
internal static class RequestProgressOfContext
{
    public static RequestProgress Progress(this HttpContext context)
    {
        if (context.Features.Get<RequestProgress>() is { } known)
        {
            return known;
        }

        var progress = new RequestProgress();
        context.Features.Set(progress);
        return progress;
    }
}
