namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>How far a call has come when it is given up.</summary>
public enum CallPhase
{
    WaitingForTheLimiter,
    Connecting,
    Sending,
    WaitingForTheAnswer,
    ReceivingJson,
    BetweenRetries,
    ReceivingADownload,
}
