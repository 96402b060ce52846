using System.Net;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.OkDokument;

public class RetentionTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Unsigned_ThirtyDaysAfterUpload_IsDeleted()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync();

        await AssertDeletedAfterAsync(service, registered, TimeSpan.FromDays(30));

        Assert.Equal("1", await service.CounterAsync("deleted.f", "2026.4.acme"));
        Assert.Equal("0", await service.CounterAsync("actual", "acme.storedFiles"));
    }

    [Fact]
    public async Task Signed_TenDaysAfterSigning_IsDeleted()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync();
        service.Time.Advance(TimeSpan.FromHours(20));
        await service.SignAsync(registered);

        await AssertDeletedAfterAsync(service, registered, TimeSpan.FromDays(10));
    }

    [Fact]
    public async Task SignedAndNotTold_TenDaysAfterSigning_IsDeleted()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        var request = DokumentService.NewRequest();
        request["sendInfoURL"] = "http://127.0.0.1:1/";
        Registered registered = await service.CreateAsync(request);
        await service.SignAsync(registered);
        await service.DeliveredAsync();

        await AssertDeletedAfterAsync(service, registered, TimeSpan.FromDays(10));
    }

    [Fact]
    public async Task Canceled_ThirtyDaysAfterUpload_IsDeleted()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync();
        await service.CancelAsync(registered);

        await AssertDeletedAfterAsync(service, registered, TimeSpan.FromDays(30));
    }

    [Fact]
    public async Task NextRound_KeepsADocumentAsUnsigned()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync();
        await service.SignAsync(registered);
        await service.CreateAsync(DokumentService.NextRound(registered.DocumentId));

        await AssertDeletedAfterAsync(service, registered, TimeSpan.FromDays(30));
    }

    [Fact]
    public async Task Options_OtherTimes_Count()
    {
        await using DokumentService service = await DokumentService.StartAsync(options =>
        {
            options.UnsignedRetention = TimeSpan.FromDays(60);
            options.SignedRetention = TimeSpan.FromDays(1);
        });
        Registered signed = await service.CreateAsync();
        Registered unsigned = await service.CreateAsync();
        await service.SignAsync(signed);

        await AssertDeletedAfterAsync(service, signed, TimeSpan.FromDays(1));
        await AssertDeletedAfterAsync(service, unsigned, TimeSpan.FromDays(59));
    }

    [Fact]
    public async Task Options_LongestTimes_AreForEver()
    {
        await using DokumentService service = await DokumentService.StartAsync(options =>
        {
            options.UnsignedRetention = TimeSpan.MaxValue;
            options.SignedRetention = TimeSpan.MaxValue;
            options.TagSearchDelay = TimeSpan.MaxValue;
        });
        Registered signed = await service.CreateAsync();
        await service.SignAsync(signed);
        Registered searched = await service.CreateAsync(DokumentService.NewRequest(state: "tags"));

        service.Time.Advance(TimeSpan.FromDays(3650));

        Assert.Equal(("signed", "tags"), (await service.StateAsync(signed.DocumentId), await service.StateAsync(searched.DocumentId)));
    }

    [Fact]
    public async Task Deleted_RequestOfTheDocument_IsGoneToo()
    {
        await using DokumentService service = await DokumentService.StartAsync(options => options.UnsignedRetention = TimeSpan.FromHours(1));
        Registered registered = await service.CreateAsync();

        service.Time.Advance(TimeSpan.FromHours(1));

        DokumentService.AssertRefused(
            await service.GetAsync(registered.Url.AbsoluteUri), HttpStatusCode.BadRequest, "err.signature.request.not.exist");
    }

    private static async Task AssertDeletedAfterAsync(DokumentService service, Registered registered, TimeSpan time)
    {
        string path = $"JSON/document/metadata/{registered.DocumentId}";
        service.Time.Advance(time - Moment);
        Assert.Equal(HttpStatusCode.OK, (await service.GetAsync(path)).StatusCode);
        service.Time.Advance(Moment);
        DokumentService.AssertRefused(await service.GetAsync(path), HttpStatusCode.NotFound, "err.not.found");
    }
}
