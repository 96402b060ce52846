using System.Collections.Immutable;
using Microsoft.Extensions.Time.Testing;
using OkSign.Emulator.Bundles;
using OkSign.Emulator.Callbacks;
using OkSign.Emulator.EditorExpress;
using OkSign.Emulator.Notifications;
using OkSign.Emulator.OkDokument;
using OkSign.Emulator.State;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.State;

/// <summary>Everything that the dashboard shows tells of its changes, and looking is none.</summary>
public class ChangeSignalTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    private readonly ChangeSignal _changes = new();

    [Fact]
    public void Next_Raised_EndsAndAnotherOneBegins()
    {
        Task next = _changes.Next;
        _changes.Raise();

        Assert.True(next.IsCompletedSuccessfully);
        Assert.False(_changes.Next.IsCompleted);
    }

    [Fact]
    public void Bundles_EveryChange_IsTold()
    {
        var bundles = new BundleStore(_changes);
        var plan = NotificationPlan.Of([], [], [], Now);

        AssertTold(() => bundles.Add(() => Bundle("1")));
        AssertTold(() => bundles.Notify("1", plan));
        AssertTold(() => bundles.RestartNotifying("document", Now));
        AssertTold(() => bundles.StopNotifying("document"));
        AssertTold(() => bundles.UseLink("link 1", Now, () => 0));
        AssertTold(() => bundles.RemoveDocument("other"));
        AssertTold(() => bundles.RemoveDocument("document"));
        bundles.Add(() => Bundle("2"));
        AssertTold(() => bundles.Remove(BundleKind.Briefcase, "2"));
        AssertNotTold(() => bundles.All());
    }

    [Fact]
    public void EditorSessions_EveryChange_IsTold()
    {
        var sessions = new EditorSessions(_changes);

        AssertTold(() => sessions.Add(() => Session("1")));
        AssertTold(() => sessions.Remove("1"));
        sessions.Add(() => Session("2"));
        AssertTold(() => sessions.RemoveDocument("document"));
        AssertNotTold(() => sessions.All());
    }

    [Fact]
    public async Task Callbacks_AddedAndAnswered_AreTold()
    {
        var answer = new TaskCompletionSource();
        await using Receiver receiver = await Receiver.StartAsync(async _ => await answer.Task);
        await using var queue = new CallbackQueue(new OkSignEmulatorOptions(), _changes);

        AssertTold(() => queue.Add(new PendingCallback(CallbackKind.Signature, receiver.Address, [], Now)));
        Assert.Equal(1, queue.Pending);
        Task next = _changes.Next;
        answer.SetResult();
        await next.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, queue.Pending);
        Assert.True(Assert.Single(queue.Snapshot()).Duration > TimeSpan.Zero);
    }

    [Fact]
    public void OkDokument_EveryChange_IsTold()
    {
        var book = new AccountBook(new OkDokumentEmulatorOptions(), _changes);
        StoredDokument document = Dokument("document");
        SignatureRequest request = Request("request", document);

        AssertTold(() => book.Add(document));
        AssertTold(() => book.Register(request, Now));
        AssertTold(() => book.Replace(document));
        AssertTold(() => book.Replace(request));
        AssertTold(() => book.FinishRequestsOf("document"));
        AssertTold(() => book.CountDownload(Now));
        AssertTold(() => book.Send(Message(request)));
        AssertTold(() => book.RemoveRequest("request"));
        AssertTold(() => book.RemoveDocument("document", Now));
        AssertNotTold(() => book.MarkReminded(request, Now));
    }

    [Fact]
    public void OkDokument_LookedAtBetweenReminders_TellsNothing()
    {
        var options = new OkDokumentEmulatorOptions();
        var time = new FakeTimeProvider(Now);
        var account = new DokumentAccount(options, new AccountSchedule(options, new DokumentMessages(null!)), time, _changes);
        account.Run((book, _) =>
        {
            StoredDokument document = Dokument("document");
            book.Add(document);
            book.Register(Request("request", document), Now);
            return book;
        });
        time.Advance(TimeSpan.FromHours(1));

        AssertNotTold(() => account.Run((book, _) => book.Messages.Count));
    }

    private void AssertTold(Action change)
    {
        Task next = _changes.Next;
        change();
        Assert.True(next.IsCompleted);
    }

    private void AssertNotTold(Action look)
    {
        Task next = _changes.Next;
        look();
        Assert.False(next.IsCompleted);
    }

    private static SigningBundle Bundle(string token) => new()
    {
        Kind = BundleKind.Briefcase,
        Token = token,
        CreatedAt = Now,
        DocumentIds = ["document", "other"],
        LinkTokens = ImmutableDictionary<string, string>.Empty.Add("signer", $"link {token}"),
        Addresses = WebAddresses.None,
    };

    private static EditorSession Session(string token) => new(token, "document", null, null, null, null);

    private static StoredDokument Dokument(string id) => new()
    {
        Id = id,
        Number = 1,
        FileName = "lease.pdf",
        Source = [],
        Pages = [],
        Fields = [],
        State = DocumentStates.ToSign,
        UploadedAt = Now,
        ModifiedAt = Now,
    };

    private static SignatureRequest Request(string id, StoredDokument document) => new()
    {
        Id = id,
        DocumentId = document.Id,
        ExpiresAt = Now.AddDays(1),
        Settings = new RoundSettings
        {
            Rules = RoundRules.None with { EmailTo = "eva@example.com", EmailFrom = "agent@example.com", Reminds = true },
        },
        RemindedUntil = Now,
    };

    private static SentDocumentMessage Message(SignatureRequest request) => new()
    {
        Kind = DocumentMessageKind.Invitation,
        Channel = MessageKind.Email,
        Recipient = "eva@example.com",
        DocumentName = "lease.pdf",
        Language = "sk",
        SentAt = Now,
        DocumentId = request.DocumentId,
        SignatureRequestId = request.Id,
    };
}
