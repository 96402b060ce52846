namespace OkSign.Emulator.Dashboard;

/// <summary>All that the dashboard shows, at one moment.</summary>
/// <param name="Now">The emulator's clock.</param>
/// <param name="OkSign">What is OKSign's alone.</param>
/// <param name="OkDokument">What is OKdokument's alone.</param>
/// <param name="Messages">E-mails and text messages of both services.</param>
/// <param name="PendingCallbacks">How many calls are still to be made.</param>
/// <param name="Callbacks">Calls of both services.</param>
/// <param name="Requests">What both services were asked.</param>
internal sealed record DashboardSnapshot(
    DateTimeOffset Now,
    OkSignView OkSign,
    OkDokumentView OkDokument,
    Listing<MessageRow> Messages,
    int PendingCallbacks,
    Listing<CallbackRow> Callbacks,
    Listing<RequestRow> Requests);
