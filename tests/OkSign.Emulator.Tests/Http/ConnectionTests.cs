using System.Net.Sockets;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Http;

public class ConnectionTests
{
    [Fact]
    public async Task AcceptedConnections_SequentialCalls_AreOne()
    {
        await using TestService service = await TestService.StartAsync();

        await service.GetAsync("v1/users/retrieve");
        await service.GetAsync("v1/users/retrieve");

        Assert.Equal((1, 1), (service.Emulator.AcceptedConnections, service.Emulator.OpenConnections));
    }

    [Fact]
    public async Task ConnectionsClosed_ClientsGoAway_WaitsForEachOfThem()
    {
        await using TestService service = await TestService.StartAsync();
        await service.GetAsync("v1/users/retrieve");
        Task all;
        using (TcpClient first = await RawHttp.ConnectAsync(service.Emulator))
        {
            // A connection counts once the server has taken it, which an answer shows.
            await first.Client.SendAsync("GET / HTTP/1.1\r\nHost: x\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
            await first.Client.ReceiveAsync(new byte[1], TestContext.Current.CancellationToken);
            Assert.Equal((2, 2), (service.Emulator.AcceptedConnections, service.Emulator.OpenConnections));
            all = service.Emulator.ConnectionsClosedAsync(cancellationToken: TestContext.Current.CancellationToken);
        }

        await service.Emulator.ConnectionsClosedAsync(remaining: 1, TestContext.Current.CancellationToken);
        Assert.False(all.IsCompleted);
        service.HangUp();
        await all;

        Assert.Equal((2, 0), (service.Emulator.AcceptedConnections, service.Emulator.OpenConnections));
    }
}
