using System.Net;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Faults;

public class EmulatorFaultsTests
{
    private static readonly EmulatorFault Error = EmulatorFault.Status(HttpStatusCode.InternalServerError);
    private static readonly EmulatorFault BadGateway = EmulatorFault.Html(HttpStatusCode.BadGateway);

    [Fact]
    public async Task Inject_SeveralFaults_ComeInOrderAndEnd()
    {
        await using TestService service = await TestService.StartAsync();
        service.Emulator.Faults.Inject("Users.retrieve", Error, times: 2);
        service.Emulator.Faults.Inject("Users.retrieve", BadGateway);

        await AssertStatusesAsync(service, 500, 500, 502, 200, 200);
        Assert.Equal([Error, Error, BadGateway, null, null], service.Emulator.Requests.Select(request => request.Fault));
        Assert.Equal([false, false, false, true, true], service.Emulator.Requests.Select(request => request.CarriedOut));
    }

    [Fact]
    public async Task Inject_OneOperation_LeavesOthersAlone()
    {
        await using TestService service = await TestService.StartAsync();
        service.Emulator.Faults.InjectAlways("Users.retrieve", Error);

        Assert.Equal("OK", (await service.GetAsync("v1/credits/retrieve")).Status);
    }

    [Fact]
    public async Task Inject_WithOthers_QueuedComesFirstThenAlwaysThenSource()
    {
        await using TestService service = await TestService.StartAsync();
        service.Emulator.Faults.Source = _ => EmulatorFault.Status(HttpStatusCode.RequestTimeout);
        await AssertStatusesAsync(service, 408);
        service.Emulator.Faults.InjectAlways("Users.retrieve", Error);
        await AssertStatusesAsync(service, 500, 500);
        service.Emulator.Faults.InjectAlways("Users.retrieve", EmulatorFault.Status(HttpStatusCode.GatewayTimeout));
        service.Emulator.Faults.Inject("Users.retrieve", BadGateway);
        await AssertStatusesAsync(service, 502, 504);

        service.Emulator.Faults.Clear();

        await AssertStatusesAsync(service, 200);
        Assert.Null(service.Emulator.Faults.Source);
    }

    [Fact]
    public async Task Source_ManyRequestsAtOnce_IsAskedOnceForEachAndOneAtATime()
    {
        await using TestService service = await TestService.StartAsync();
        int inside = 0;
        int asked = 0;
        bool together = false;
        service.Emulator.Faults.Source = operation =>
        {
            together |= Interlocked.Increment(ref inside) > 1;
            asked++;
            Interlocked.Decrement(ref inside);
            return operation == "Users.retrieve" ? Error : null;
        };

        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(call => service.GetAsync(call % 2 == 0 ? "v1/users/retrieve" : "v1/credits/retrieve")));

        Assert.False(together);
        Assert.Equal(100, asked);
        Assert.Equal(50, answers.Count(answer => answer.StatusCode == HttpStatusCode.InternalServerError));
    }

    [Theory]
    [InlineData("Document.uplaod")]
    [InlineData("document.upload")]
    [InlineData("")]
    public async Task Inject_UnknownOperation_IsRefused(string operation)
    {
        await using TestService service = await TestService.StartAsync();

        Assert.Throws<ArgumentException>(() => service.Emulator.Faults.Inject(operation, Error));
        Assert.Throws<ArgumentException>(() => service.Emulator.Faults.InjectAlways(operation, Error));
    }

    [Fact]
    public async Task Inject_NotEvenOnce_IsRefused()
    {
        await using TestService service = await TestService.StartAsync();

        Assert.Throws<ArgumentOutOfRangeException>(() => service.Emulator.Faults.Inject("Users.retrieve", Error, times: 0));
    }

    [Fact]
    public async Task Operations_All33_MeetFaultsBeforeAndAfterWork()
    {
        await using TestService service = await TestService.StartAsync();
        Assert.Equal(33, service.Emulator.Faults.Operations.Count);
        Assert.Equal(33, Routes.Select(route => route.Operation).Distinct().Count());

        foreach ((string method, string path, string operation) in Routes)
        {
            service.Emulator.Faults.Inject(operation, BadGateway);
            service.Emulator.Faults.Inject(operation, BadGateway with { AfterWork = true });

            Assert.Equal(HttpStatusCode.BadGateway, (await service.SendAsync(new HttpMethod(method), path)).StatusCode);
            Assert.Equal(HttpStatusCode.BadGateway, (await service.SendAsync(new HttpMethod(method), path)).StatusCode);
        }

        Assert.Equal(
            Routes.SelectMany(route => new[] { (route.Operation, false), (route.Operation, true) }),
            service.Emulator.Requests.Select(request => (request.Operation!, request.CarriedOut)));
    }

    [Fact]
    public async Task InjectAlways_SigningLink_IsNotTouched()
    {
        await using TestService service = await TestService.StartAsync();
        (_, Dictionary<string, Uri> links) = await service.DescribedAsync(Descriptors.AnnaSigns("pen"));
        service.Emulator.Faults.Source = _ => Error;

        Answer page = await service.GetAsync(links[Descriptors.Anna].AbsoluteUri);
        await service.SignAsync(links[Descriptors.Anna]);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData(false, HttpStatusCode.OK)]
    [InlineData(true, HttpStatusCode.TooManyRequests)]
    public async Task Fault_OfALimitedOperation_CountsAgainstTheLimitOnlyAfterWork(bool afterWork, HttpStatusCode next)
    {
        await using TestService service = await TestService.StartAsync(options => options.EnforceRateLimits = true);
        service.Emulator.Faults.Inject("Documents.active", BadGateway with { AfterWork = afterWork });
        await service.GetAsync("v1/documents/active");

        Assert.Equal(next, (await service.GetAsync("v1/documents/active")).StatusCode);
    }

    [Fact]
    public async Task InjectRandomly_SameSeed_IsTheSameDay()
    {
        await using TestService first = await TestService.StartAsync();
        await using TestService second = await TestService.StartAsync();

        first.Emulator.Faults.InjectRandomly(0.2, seed: 7);
        second.Emulator.Faults.InjectRandomly(0.2, seed: 7);

        EmulatorFault?[] day = Draw(first, 10_000);
        Assert.Equal(day, Draw(second, 10_000));
        Assert.InRange(day.Count(fault => fault is not null), 1_900, 2_100);
        Assert.InRange(day.Count(fault => fault == EmulatorFault.Reset()), 50, 150);
        Assert.InRange(day.Count(fault => fault == (EmulatorFault.Reset() with { AfterWork = true })), 50, 150);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public async Task InjectRandomly_NoShare_IsRefused(double share)
    {
        await using TestService service = await TestService.StartAsync();

        Assert.Throws<ArgumentOutOfRangeException>(() => service.Emulator.Faults.InjectRandomly(share, seed: 7));
    }

    private static IEnumerable<(string Method, string Path, string Operation)> Routes =>
    [
        ("POST", "v1/document/upload", "Document.upload"),
        ("GET", "v1/document/exists", "Document.exists"),
        ("GET", "v1/document/retrieve", "Document.retrieve"),
        ("DELETE", "v1/document/remove", "Document.remove"),
        ("GET", "v1/documents/active", "Documents.active"),
        ("GET", "v1/documents/signed", "Documents.signed"),
        ("GET", "v1/linkedlist/retrieve", "Linkedlist.retrieve"),
        ("POST", "v1/formdesc/upload", "FormDesc.upload"),
        ("GET", "v1/formdesc/retrieve", "FormDesc.retrieve"),
        ("POST", "v1/notifications/upload", "Notifications.upload"),
        ("GET", "v1/metadata/retrieve", "Metadata.retrieve (v1)"),
        ("GET", "v2/metadata/retrieve", "Metadata.retrieve (v2)"),
        ("GET", "v1/metadata/retrieve/v2", "Metadata.retrieve (v2)"),
        ("GET", "v1/audittrail/retrieve", "Audittrail.retrieve"),
        ("POST", "v1/briefcase/create", "Briefcase.create"),
        ("GET", "v1/briefcase/retrieve", "Briefcase.retrieve"),
        ("DELETE", "v1/briefcase/remove", "Briefcase.remove"),
        ("POST", "v1/signexpress/create", "SignExpress.create"),
        ("GET", "v1/signexpress/retrieve", "SignExpress.retrieve"),
        ("DELETE", "v1/signexpress/remove", "SignExpress.remove"),
        ("POST", "v1/editorexpress/create", "EditorExpress.create"),
        ("GET", "v1/editorexpress/retrieve", "EditorExpress.retrieve"),
        ("DELETE", "v1/editorexpress/remove", "EditorExpress.remove"),
        ("POST", "v1/emailattachment/upload", "EmailAttachment.upload"),
        ("DELETE", "v1/emailattachment/remove", "EmailAttachment.remove"),
        ("GET", "v1/emailtemplates/retrieve", "EmailTemplates.retrieve"),
        ("GET", "v1/email-templates/retrieve", "EmailTemplates.retrieve"),
        ("POST", "v1/contacts/upload", "Contacts.upload"),
        ("GET", "v1/contacts/retrieve", "Contacts.retrieve"),
        ("DELETE", "v1/contacts/remove", "Contacts.remove"),
        ("POST", "v1/contacts/remove", "Contacts.remove"),
        ("GET", "v1/users/retrieve", "Users.retrieve"),
        ("GET", "v1/credits/retrieve", "Credits.retrieve"),
        ("POST", "v1/orgtokeninfo/update", "Orgtokeninfo.update"),
        ("PUT", "v1/orgtokeninfo/update", "Orgtokeninfo.update"),
        ("GET", "v1/webhooks/retrieve", "Webhooks.retrieve"),
        ("POST", "v1/signerid/calculate", "Signerid.calculate"),
    ];

    private static EmulatorFault?[] Draw(TestService service, int times)
        => [.. Enumerable.Range(0, times).Select(_ => service.Emulator.Faults.Source!("Users.retrieve"))];

    private static async Task AssertStatusesAsync(TestService service, params int[] expected)
    {
        foreach (int status in expected)
        {
            Assert.Equal(status, (int)(await service.GetAsync("v1/users/retrieve")).StatusCode);
        }
    }
}
