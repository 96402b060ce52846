using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Dashboard;

public class EventStreamTests
{
    [Fact]
    public async Task Events_WhatHappensInOkSign_IsTold()
    {
        await using TestService service = await TestService.StartAsync();
        (_, Dictionary<string, Uri> links) = await service.DescribedAsync(Descriptors.AnnaSigns("pen"));
        using var visitor = new Visitor(service.Emulator);
        using EventReader events = await visitor.ListenAsync();

        service.Emulator.AddTemplate("template.pdf", TestPdf.OnePage());
        Assert.Equal("change", await events.NextAsync());
        await service.SignAsync(links[Descriptors.Anna]);
        Assert.Equal("change", await events.NextAsync());
        await service.GetAsync("v1/users/retrieve");
        Assert.Equal("change", await events.NextAsync());
    }

    [Fact]
    public async Task Events_WhatHappensInOkDokument_IsTold()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync();
        using var visitor = new Visitor(service.Emulator);
        using EventReader events = await visitor.ListenAsync();

        await service.SignAsync(registered);

        Assert.Equal("change", await events.NextAsync());
    }

    [Fact]
    public async Task Dispose_SomebodyListens_EndsTheStreamAndDoesNotHang()
    {
        TestService service = await TestService.StartAsync();
        using var visitor = new Visitor(service.Emulator);
        using EventReader events = await visitor.ListenAsync();
        using EventReader others = await visitor.ListenAsync();

        await service.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Null(await events.NextAsync());
        Assert.Null(await others.NextAsync());
    }

    [Fact]
    public async Task Events_TheVisitorLeaves_LeaveNoConnectionBehind()
    {
        await using TestService service = await TestService.StartAsync();
        using (var visitor = new Visitor(service.Emulator))
        {
            using EventReader events = await visitor.ListenAsync();
            Assert.Equal(1, service.Emulator.OpenConnections);
        }

        await service.Emulator.ConnectionsClosedAsync(cancellationToken: TestContext.Current.CancellationToken);
    }
}
